package dev.rapt.demo.replay;

import dev.rapt.demo.bot.Message;
import dev.rapt.demo.token.Token;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The stream over a WebSocket. */
final class WebSocketConnection implements Connection {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebSocket socket;
    private final Receiver receiver;

    private WebSocketConnection(WebSocket socket, Receiver receiver) {
        this.socket = socket;
        this.receiver = receiver;
    }

    static Connection open(HttpClient http, URI address, Consumer<String> messages) throws IOException {
        Receiver receiver = new Receiver(messages);
        return new WebSocketConnection(
                await(Token.on(http.newWebSocketBuilder())
                        .connectTimeout(PATIENCE)
                        .buildAsync(address, receiver)),
                receiver);
    }

    @Override
    public void send(Message message) throws IOException {
        if (!isOpen()) {
            throw new IOException("The stream is closed");
        }
        if (message instanceof Message.Text text) {
            await(socket.sendText(text.text(), true));
        } else if (message instanceof Message.Binary binary) {
            await(socket.sendBinary(ByteBuffer.wrap(binary.bytes()), true));
        } else {
            throw new IllegalArgumentException("A webhook doesn't go over the stream");
        }
    }

    @Override
    public boolean isOpen() {
        return !receiver.ended.isDone() && !socket.isOutputClosed();
    }

    @Override
    public void close() {
        try {
            if (isOpen()) {
                await(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
                receiver.ended.get(1, TimeUnit.SECONDS);
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            // It is over either way
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            socket.abort();
        }
    }

    private static <T> T await(Future<T> step) throws IOException {
        try {
            return step.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("No answer within " + PATIENCE.toSeconds() + " s", e);
        }
    }

    private static final class Receiver implements WebSocket.Listener {
        final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final Consumer<String> messages;
        private final StringBuilder text = new StringBuilder();

        Receiver(Consumer<String> messages) {
            this.messages = messages;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String message = text.toString();
                text.setLength(0);
                messages.accept(message);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ended.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            ended.complete(null);
        }
    }
}
