package dev.rapt.detector.live.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.rapt.detector.live.Look;
import dev.rapt.detector.live.Viewer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Pictures as parts of {@code multipart/x-mixed-replace}. Each part ends with the next boundary, since browsers show a
 * picture only when they see it. A viewer who reads slowly gets the latest picture only, and holds nobody up.
 */
final class PictureStream implements Viewer.Sink {

    static final String BOUNDARY = "rapt-frame";
    static final String MEDIA_TYPE = "multipart/x-mixed-replace; boundary=" + BOUNDARY;

    private final AtomicReference<MultiEmitter<? super byte[]>> emitter = new AtomicReference<>();
    private volatile boolean ended;

    /** The parts, to be subscribed to once, and what is done when the viewer goes. */
    Multi<byte[]> parts(Look.Watching watching) {
        Multi<byte[]> pictures = Multi.createFrom()
                .<byte[]>emitter(
                        to -> {
                            emitter.set(to);
                            if (ended) {
                                to.complete();
                            }
                        },
                        BackPressureStrategy.LATEST)
                .onTermination()
                .invoke(watching.leave());
        byte[] opening = ("--" + BOUNDARY + "\r\n").getBytes(US_ASCII);
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(opening), pictures);
    }

    @Override
    public void show(byte[] jpeg) {
        MultiEmitter<? super byte[]> to = emitter.get();
        if (to != null) {
            to.emit(part(jpeg));
        }
    }

    @Override
    public void end() {
        ended = true;
        MultiEmitter<? super byte[]> to = emitter.get();
        if (to != null) {
            to.complete();
        }
    }

    static byte[] part(byte[] jpeg) {
        byte[] head = ("Content-Type: image/jpeg\r\nContent-Length: " + jpeg.length + "\r\n\r\n").getBytes(US_ASCII);
        byte[] tail = ("\r\n--" + BOUNDARY + "\r\n").getBytes(US_ASCII);
        byte[] part = new byte[head.length + jpeg.length + tail.length];
        System.arraycopy(head, 0, part, 0, head.length);
        System.arraycopy(jpeg, 0, part, head.length, jpeg.length);
        System.arraycopy(tail, 0, part, head.length + jpeg.length, tail.length);
        return part;
    }
}
