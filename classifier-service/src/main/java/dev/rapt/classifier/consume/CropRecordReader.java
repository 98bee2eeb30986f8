package dev.rapt.classifier.consume;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.classifier.score.FaceFigures;
import dev.rapt.classifier.score.Frame;
import dev.rapt.classifier.score.ModelName;
import dev.rapt.classifier.score.Origin;
import dev.rapt.classifier.score.Received;
import dev.rapt.classifier.score.UnusableReason;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FoundFace;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.GreyCrop;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of face-crops for a model of one size. Whatever their bytes are, it answers and never throws. */
final class CropRecordReader {

    private static final byte[] NOTHING = {};

    private final int width;
    private final int height;

    CropRecordReader(int width, int height) {
        this.width = width;
        this.height = height;
    }

    Received read(ConsumerRecord<byte[], byte[]> record) {
        Origin origin = originOf(record);
        if (origin.size() == 0) {
            return new Received.Unusable(origin, UnusableReason.EMPTY_RECORD);
        }
        try {
            return read(origin, FaceCrop.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException e) {
            return new Received.Unusable(origin, UnusableReason.CORRUPT_RECORD);
        }
    }

    private Received read(Origin origin, FaceCrop event) {
        FrameId id = event.getFrame();
        if (!Keys.isId(id.getMeetingId()) || !Keys.isId(id.getParticipantId())) {
            return new Received.Unusable(origin, UnusableReason.BAD_ID);
        }
        if (id.getCapturedAtMs() <= 0) {
            return new Received.Unusable(origin, UnusableReason.BAD_CAPTURED_AT);
        }
        return switch (event.getFindingCase()) {
            case FOUND -> face(origin, frameOf(event), event.getFound());
            case ABSENCE ->
                new Received.Absent(origin, frameOf(event), event.getAbsence().getReasonValue());
            case FINDING_NOT_SET -> new Received.Unusable(origin, UnusableReason.MISSING_FINDING);
        };
    }

    private Received face(Origin origin, Frame frame, FoundFace found) {
        return switch (found.getExpressionCase()) {
            case CROP -> scorable(origin, frame, found);
            case GAP -> seen(origin, frame, found);
            case EXPRESSION_NOT_SET -> new Received.Unusable(origin, UnusableReason.MISSING_CROP);
        };
    }

    private Received scorable(Origin origin, Frame frame, FoundFace found) {
        GreyCrop crop = found.getCrop();
        if (crop.getWidth() != width || crop.getHeight() != height) {
            return new Received.Unusable(origin, UnusableReason.CROP_SIZE);
        }
        if (crop.getPixels().size() != width * height) {
            return new Received.Unusable(origin, UnusableReason.PIXEL_COUNT);
        }
        if (!Numbers.only(found.getFigures())) {
            return new Received.Unusable(origin, UnusableReason.BAD_FIGURES);
        }
        GreyImage image = new GreyImage(width, height, crop.getPixels().toByteArray());
        return new Received.Face(origin, frame, figuresOf(found), image);
    }

    private static Received seen(Origin origin, Frame frame, FoundFace found) {
        return Numbers.only(found.getFigures())
                ? new Received.Seen(origin, frame, figuresOf(found), found.getGapValue())
                : new Received.Unusable(origin, UnusableReason.BAD_FIGURES);
    }

    private static FaceFigures figuresOf(FoundFace found) {
        return new FaceFigures(found.getFigures().toByteArray());
    }

    private static Frame frameOf(FaceCrop event) {
        FrameId id = event.getFrame();
        return new Frame(
                id.getMeetingId(),
                id.getParticipantId(),
                Instant.ofEpochMilli(id.getCapturedAtMs()),
                Instant.ofEpochMilli(event.getReceivedAtMs()),
                event.hasSequence() ? OptionalLong.of(event.getSequence()) : OptionalLong.empty(),
                event.getSkippedBefore(),
                new ModelName(event.getDetector().getName(), event.getDetector().getVersion()),
                event.getTraceParent());
    }

    private static Origin originOf(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value() == null ? NOTHING : record.value();
        return new Origin(record.topic(), record.partition(), record.offset(), value.length, sha256(value));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
