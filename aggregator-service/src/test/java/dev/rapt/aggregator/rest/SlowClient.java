package dev.rapt.aggregator.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Asks for something over a plain connection and takes the answer's bytes when it likes to. */
final class SlowClient implements AutoCloseable {

    /** So little fits that the other end soon notices that nobody reads. */
    private static final int BUFFER = 8_192;

    /**
     * What came of the rest of an answer.
     *
     * @param ended whether it ended as HTTP says an answer ends
     */
    record Rest(String text, boolean ended) {}

    private final Socket socket = new Socket();
    private final InputStream in;

    SlowClient(URI root, String path) throws IOException {
        socket.setReceiveBufferSize(BUFFER);
        socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
        socket.getOutputStream().write(("GET /" + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1));
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** The answer's status and headers; waits for them. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** All of the body that comes until the answer or the connection ends. */
    Rest rest() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            while (true) {
                int size = Integer.parseInt(line(), 16);
                byte[] chunk = in.readNBytes(size);
                body.write(chunk);
                if (chunk.length < size) {
                    throw new EOFException();
                }
                line();
                if (size == 0) {
                    return new Rest(body.toString(UTF_8), true);
                }
            }
        } catch (EOFException | SocketException e) {
            return new Rest(body.toString(UTF_8), false);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            line.append((char) b);
        }
        return line.toString().trim();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
