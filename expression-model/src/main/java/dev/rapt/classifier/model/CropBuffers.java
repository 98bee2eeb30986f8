package dev.rapt.classifier.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Direct buffers that are used again and again: the runtime reads them in place, and direct memory is given back late.
 * At most a few are kept, each as large as the largest batch it has seen.
 */
final class CropBuffers {

    private static final int KEPT = 4;

    private final NetworkShape shape;
    private final Queue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);

    CropBuffers(NetworkShape shape) {
        this.shape = shape;
    }

    /** A buffer from 0 to its limit full of the crops, one after the other. */
    ByteBuffer take(List<GreyImage> crops) {
        int needed = Math.multiplyExact(shape.bytes(), crops.size());
        ByteBuffer buffer = free.poll();
        if (buffer == null || buffer.capacity() < needed) {
            buffer = ByteBuffer.allocateDirect(needed).order(ByteOrder.nativeOrder());
        }
        buffer.clear();
        for (GreyImage crop : crops) {
            put(crop.pixels(), buffer);
        }
        return buffer.flip();
    }

    void giveBack(ByteBuffer buffer) {
        // When enough are kept, this one goes to the garbage collector
        free.offer(buffer);
    }

    private void put(byte[] pixels, ByteBuffer buffer) {
        if (!shape.floats()) {
            buffer.put(pixels);
            return;
        }
        for (byte pixel : pixels) {
            buffer.putFloat(pixel & 0xff);
        }
    }
}
