package io.motcua.dossier.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks clamd's INSTREAM, and knows one signature. */
public final class TestClamd implements AutoCloseable {

    /** What it takes for malware. */
    public static final String MALWARE = "MOTCUA-TEST-MALWARE";

    public final AtomicInteger asked = new AtomicInteger();

    private final ServerSocket server;
    private final long mostBytes;

    /** @param port 0 for any */
    public TestClamd(int port, long mostBytes) {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.mostBytes = mostBytes;
        Thread.ofVirtual().start(this::serve);
    }

    public String address() {
        return "tcp://127.0.0.1:" + port();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                var line = server.accept();
                Thread.ofVirtual().start(() -> answer(line));
            }
        } catch (IOException closed) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void answer(Socket socket) {
        try (socket;
                var in = new DataInputStream(socket.getInputStream())) {
            asked.incrementAndGet();
            var command = new String(in.readNBytes("zINSTREAM\0".length()), ISO_8859_1);
            socket.getOutputStream()
                    .write((command.equals("zINSTREAM\0") ? verdict(in) : "UNKNOWN COMMAND\0").getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String verdict(DataInputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int size = in.readInt(); size > 0; size = in.readInt()) {
            bytes.writeBytes(in.readNBytes(size));
            if (bytes.size() > mostBytes) {
                return "INSTREAM size limit exceeded. ERROR\0";
            }
        }
        return bytes.toString(ISO_8859_1).contains(MALWARE) ? "stream: Motcua.Test FOUND\0" : "stream: OK\0";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
