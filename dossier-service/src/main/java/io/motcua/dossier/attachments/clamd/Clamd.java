package io.motcua.dossier.attachments.clamd;

import io.motcua.dossier.attachments.Scanner;
import io.motcua.dossier.attachments.ScanningSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Asks by {@code INSTREAM}: the file goes over the line, so clamd needs no way to our store. */
@Component
@ConditionalOnProperty("motcua.dossiers.scanning.clamd")
final class Clamd implements Scanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final SocketAddress address;
    private final ScanningSettings settings;
    private final Clock clock;

    Clamd(ScanningSettings settings, Clock clock) {
        this.address = address(Objects.requireNonNull(settings.clamd(), "asked by the condition"));
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Verdict scan(byte[] bytes) throws IOException {
        var answer = ask(bytes);
        if (answer.equals("stream: OK")) {
            return new Clean();
        }
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Infected(found.group(1));
        }
        throw new IOException("clamd says: " + answer);
    }

    private String ask(byte[] bytes) throws IOException {
        try (var line = address instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(StandardProtocolFamily.UNIX)
                        : SocketChannel.open();
                var selector = Selector.open()) {
            line.configureBlocking(false);
            if (!line.connect(address)) {
                await(line, selector, SelectionKey.OP_CONNECT, clock.instant().plus(settings.connect()));
                line.finishConnect();
            }
            var until = clock.instant().plus(settings.answer());
            return exchange(line, selector, framed(bytes), until);
        }
    }

    /** It may answer before it has all, when it will not have more: so both are looked to at once. */
    private String exchange(SocketChannel line, Selector selector, ByteBuffer all, Instant until) throws IOException {
        var answer = new ByteArrayOutputStream();
        var read = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.size() < LONGEST_ANSWER) {
            await(line, selector, SelectionKey.OP_READ | (all.hasRemaining() ? SelectionKey.OP_WRITE : 0), until);
            int count = line.read(read.clear());
            if (count < 0) {
                break;
            }
            answer.write(read.array(), 0, count);
            if (count > 0 && read.array()[count - 1] == 0) {
                break;
            }
            if (count == 0 && all.hasRemaining()) {
                line.write(all);
            }
        }
        return answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    /** Pieces, each behind its length in four bytes; a piece of length zero ends them. */
    private static ByteBuffer framed(byte[] bytes) {
        int pieces = (bytes.length + CHUNK - 1) / CHUNK;
        var all = ByteBuffer.allocate(COMMAND.length + bytes.length + Integer.BYTES * (pieces + 1));
        all.put(COMMAND);
        for (int at = 0; at < bytes.length; at += CHUNK) {
            int size = Math.min(CHUNK, bytes.length - at);
            all.putInt(size).put(bytes, at, size);
        }
        return all.putInt(0).flip();
    }

    private void await(SocketChannel line, Selector selector, int operations, Instant until) throws IOException {
        var left = Duration.between(clock.instant(), until).toMillis();
        line.register(selector, operations);
        if (left <= 0 || selector.select(left) == 0) {
            throw new IOException("clamd is silent");
        }
        selector.selectedKeys().clear();
    }

    private static SocketAddress address(String clamd) {
        var uri = URI.create(clamd);
        return switch (uri.getScheme() == null ? "" : uri.getScheme()) {
            case "unix" ->
                UnixDomainSocketAddress.of(uri.getSchemeSpecificPart().replaceFirst("^//", ""));
            case "tcp" -> new InetSocketAddress(uri.getHost(), uri.getPort());
            default -> throw new IllegalArgumentException("clamd is at tcp://host:port or unix:/path, not at " + clamd);
        };
    }
}
