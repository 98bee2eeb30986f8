package dev.rapt.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What lies between a browser and a service: it passes bytes on, and it can be cut and mended. */
final class Cable implements AutoCloseable {

    private final ServerSocket near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final InetSocketAddress far;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean cut;

    Cable(int port) throws IOException {
        far = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        threads.execute(this::accept);
    }

    String base() {
        return "http://127.0.0.1:" + near.getLocalPort() + "/";
    }

    /** Breaks every connection, and refuses new ones. */
    void cut() {
        cut = true;
        sockets.forEach(Cable::end);
        sockets.clear();
    }

    void mend() {
        cut = false;
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                Socket browser = near.accept();
                if (cut) {
                    end(browser);
                    continue;
                }
                Socket service = new Socket();
                service.connect(far);
                sockets.addAll(List.of(browser, service));
                threads.execute(() -> pass(browser, service));
                threads.execute(() -> pass(service, browser));
            } catch (IOException closed) {
                // The loop looks whether it is over
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException cut) {
            // That is what cables are like
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // So it should be
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        cut();
        threads.shutdownNow();
    }
}
