package dev.rapt.detector.face;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The canonical face of MediaPipe, as far as poses need it: the points that move little when the face does, in
 * centimetres, x to the person's left, y up, z out of the face, and how much each of them counts.
 */
final class FaceGeometry {

    // GeometryPipelineMetadata and what it holds, by MediaPipe's face_geometry protos
    private static final int CANONICAL_MESH = 1;
    private static final int BASIS = 2;
    private static final int VERTEX_BUFFER = 3;
    private static final int LANDMARK_ID = 1;
    private static final int WEIGHT = 2;
    private static final int FLOATS_A_VERTEX = 5;

    private static final int VARINT = 0;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    /**
     * @param landmark index among the 468
     * @param weight share of the whole, above 0; they sum to 1
     */
    record BasisPoint(int landmark, double x, double y, double z, double weight) {}

    private final List<BasisPoint> basis;

    private FaceGeometry(List<BasisPoint> basis) {
        this.basis = List.copyOf(basis);
    }

    /**
     * Reads MediaPipe's geometry metadata (Protobuf).
     *
     * @throws IllegalArgumentException when it isn't that
     */
    static FaceGeometry read(byte[] metadata) {
        List<Float> vertices = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        try {
            fields(ByteBuffer.wrap(metadata), (number, type, value) -> {
                if (number == CANONICAL_MESH && type == BYTES) {
                    readMesh(value, vertices);
                } else if (number == BASIS && type == BYTES) {
                    references.add(readReference(value));
                }
            });
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("The face geometry is cut off; build face-models again.", e);
        }
        if (vertices.size() != FLOATS_A_VERTEX * Landmarks.COUNT || references.size() < 6) {
            throw new IllegalArgumentException("That is no face geometry; build face-models again.");
        }
        double sum = references.stream().mapToDouble(Reference::weight).sum();
        return new FaceGeometry(references.stream()
                .map(reference -> {
                    int at = FLOATS_A_VERTEX * reference.landmark();
                    return new BasisPoint(
                            reference.landmark(),
                            vertices.get(at),
                            vertices.get(at + 1),
                            vertices.get(at + 2),
                            reference.weight() / sum);
                })
                .toList());
    }

    /** The 33 points. */
    List<BasisPoint> basis() {
        return basis;
    }

    private record Reference(int landmark, float weight) {
        private Reference {
            if (landmark < 0 || landmark >= Landmarks.COUNT || !(weight > 0) || !Float.isFinite(weight)) {
                throw new IllegalArgumentException("That is no face geometry; build face-models again.");
            }
        }
    }

    private static void readMesh(ByteBuffer mesh, List<Float> vertices) {
        fields(mesh, (number, type, value) -> {
            // Repeated floats may come packed or one by one: the same bytes either way
            if (number == VERTEX_BUFFER && type != VARINT) {
                while (value.hasRemaining()) {
                    vertices.add(value.getFloat());
                }
            }
        });
    }

    private static Reference readReference(ByteBuffer message) {
        int[] landmark = {0};
        float[] weight = {0};
        fields(message, (number, type, value) -> {
            if (number == LANDMARK_ID && type == VARINT) {
                landmark[0] = (int) varint(value);
            } else if (number == WEIGHT && type == FIXED_32) {
                weight[0] = value.getFloat();
            }
        });
        return new Reference(landmark[0], weight[0]);
    }

    private interface Field {
        void read(int number, int type, ByteBuffer value);
    }

    /** Protobuf's wire format, but for groups and 64-bit numbers, which these messages don't have. */
    private static void fields(ByteBuffer message, Field field) {
        while (message.hasRemaining()) {
            long tag = varint(message);
            int type = (int) (tag & 7);
            int length =
                    switch (type) {
                        case VARINT -> varintLength(message);
                        case BYTES -> (int) varint(message);
                        case FIXED_32 -> Float.BYTES;
                        default ->
                            throw new IllegalArgumentException("That is no face geometry; build face-models again.");
                    };
            if (length < 0 || length > message.remaining()) {
                throw new BufferUnderflowException();
            }
            field.read(
                    (int) (tag >>> 3),
                    type,
                    message.slice(message.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            message.position(message.position() + length);
        }
    }

    private static int varintLength(ByteBuffer message) {
        int begin = message.position();
        varint(message);
        int length = message.position() - begin;
        message.position(begin);
        return length;
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte part = message.get();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("That is no face geometry; build face-models again.");
    }
}
