package dev.rapt.detector.testing;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection that only remembers what was to be done with it. */
public final class FakeConnection {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<CloseReason> closed = new CopyOnWriteArrayList<>();
    private final boolean reads;

    /** @param reads whether the other end reads what it is sent */
    public FakeConnection(boolean reads) {
        this.reads = reads;
    }

    public List<String> sent() {
        return sent;
    }

    public List<CloseReason> closed() {
        return closed;
    }

    public WebSocketConnection connection() {
        return (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {WebSocketConnection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "isOpen":
                            return true;
                        case "sendText":
                            sent.add((String) arguments[0]);
                            return reads
                                    ? Uni.createFrom().voidItem()
                                    : Uni.createFrom().nothing();
                        case "close":
                            closed.add((CloseReason) arguments[0]);
                            return Uni.createFrom().voidItem();
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }
}
