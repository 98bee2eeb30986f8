package dev.rapt.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Listeners of a live stream, by HTTP; each on a connection of its own. */
final class Listeners implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Listener> all = new ArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    private Listeners() {}

    /** Returns when all of them have been told how it is. */
    static Listeners of(URI live, int count) throws InterruptedException {
        Listeners listeners = new Listeners();
        for (int i = 0; i < count; i++) {
            Listener listener = listeners.new Listener();
            listeners.all.add(listener);
            listeners.client.sendAsync(
                    HttpRequest.newBuilder(live).build(), answer -> BodySubscribers.fromSubscriber(listener));
        }
        for (Listener listener : listeners.all) {
            while (listener.got == 0) {
                Thread.sleep(10);
            }
        }
        return listeners;
    }

    Listener first() {
        return all.get(0);
    }

    /** What all of them got. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        all.forEach(Listener::leave);
    }

    /** One of them. */
    final class Listener implements Subscriber<List<ByteBuffer>> {
        private volatile long got;
        private volatile Optional<Consumer<String>> hearer = Optional.empty();
        private final StringBuilder line = new StringBuilder();
        private Subscription subscription;

        /** Is told every line of data from now on. */
        void hear(Consumer<String> data) {
            hearer = Optional.of(data);
        }

        void leave() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                bytes.addAndGet(part.remaining());
                got += part.remaining();
                hearer.ifPresent(data -> read(StandardCharsets.ISO_8859_1.decode(part), data));
            }
        }

        private void read(CharSequence text, Consumer<String> data) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) == '\n') {
                    if (line.indexOf("data: ") == 0) {
                        data.accept(line.toString());
                    }
                    line.setLength(0);
                } else {
                    line.append(text.charAt(i));
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException("A listener lost its connection", failure);
        }

        @Override
        public void onComplete() {}
    }
}
