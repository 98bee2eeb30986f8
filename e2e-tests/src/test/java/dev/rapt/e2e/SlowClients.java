package dev.rapt.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Callers that take their time: listeners who never read, and senders who send a byte now and then. */
final class SlowClients implements AutoCloseable {

    private static final int SMALL_BUFFER = 2_048;

    private final List<Socket> sockets = new ArrayList<>();
    private final List<Socket> uploads = new ArrayList<>();
    private final Thread dribble = new Thread(this::dribble, "slow-uploads");

    SlowClients() {
        dribble.setDaemon(true);
        dribble.start();
    }

    /** Asks for a meeting's live stream of server-sent events and doesn't read it. */
    void listen(URI origin, String meeting) throws IOException {
        open(origin, "GET /v1/meetings/" + meeting + "/live HTTP/1.1\r\nAccept: text/event-stream\r\n");
    }

    /** The same over a WebSocket. */
    void listenOverWebSocket(URI origin, String meeting) throws IOException {
        open(
                origin,
                "GET /v1/meetings/" + meeting + "/live/socket HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
    }

    /** Begins to send a frame of which a byte comes each half second. */
    void upload(URI origin, String meeting, String participant) throws IOException {
        Socket socket = open(
                origin,
                "POST /v1/meetings/" + meeting + "/participants/" + participant
                        + "/frames HTTP/1.1\r\nContent-Type: image/jpeg\r\nContent-Length: 100000\r\n");
        synchronized (uploads) {
            uploads.add(socket);
        }
    }

    private Socket open(URI origin, String head) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(origin.getHost(), origin.getPort()), 5_000);
        socket.getOutputStream()
                .write((head + "Host: " + origin.getAuthority() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
        return socket;
    }

    private void dribble() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(500);
                synchronized (uploads) {
                    uploads.removeIf(SlowClients::isRefused);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRefused(Socket upload) {
        try {
            upload.getOutputStream().write(0xff);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        dribble.interrupt();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
