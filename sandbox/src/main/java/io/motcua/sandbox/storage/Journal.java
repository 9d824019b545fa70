package io.motcua.sandbox.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of JSON lines that is only appended to. A database would be more than a sandbox needs; people can read this,
 * and an entry is on the disk before its writer is answered.
 */
public final class Journal<T> implements AutoCloseable {

    private final Path file;
    private final JsonMapper json;
    private final List<T> found;
    private FileChannel channel;

    private Journal(Path file, JsonMapper json, List<T> found, FileChannel channel) {
        this.file = file;
        this.json = json;
        this.found = List.copyOf(found);
        this.channel = channel;
    }

    /**
     * Opens the file and reads what it holds. A last line without its line end is what a crash left of a write that
     * nobody was promised; it is cut off. Any other unreadable line stops the start: half a book is worse than none.
     */
    public static <T> Journal<T> open(Path file, Class<T> type, JsonMapper json) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var bytes = Files.readAllBytes(file);
            var entries = new ArrayList<T>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    entries.add(read(file, json, type, bytes, start, i - start, entries.size() + 1));
                    start = i + 1;
                }
            }
            channel.truncate(start).position(start);
            return new Journal<>(file, json, entries, channel);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot open " + file.toAbsolutePath(), failed);
        }
    }

    private static <T> T read(Path file, JsonMapper json, Class<T> type, byte[] bytes, int from, int length, int line) {
        try {
            return json.readValue(bytes, from, length, type);
        } catch (JacksonException unreadable) {
            throw new IllegalStateException(
                    "Line %d of %s is unreadable; repair it or move the file away".formatted(line, file), unreadable);
        }
    }

    /** What the file held when it was opened, oldest first. */
    public List<T> found() {
        return found;
    }

    /** Returns once the entry is on the disk. When it could not be written whole, nothing of it stays. */
    public synchronized void append(T entry) {
        try {
            long end = channel.position();
            try {
                write(channel, entry);
                channel.force(false);
            } catch (IOException failed) {
                channel.truncate(end).position(end);
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write " + file.toAbsolutePath(), failed);
        }
    }

    /** Replaces everything, all or nothing. */
    public synchronized void replaceWith(List<T> entries) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            var next = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            for (T entry : entries) {
                write(next, entry);
            }
            next.force(true);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            channel.close();
            channel = next;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot rewrite " + file.toAbsolutePath(), failed);
        }
    }

    private void write(FileChannel target, T entry) throws IOException {
        var line = json.writeValueAsBytes(entry);
        var buffer =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        while (buffer.hasRemaining()) {
            target.write(buffer);
        }
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot close " + file.toAbsolutePath(), failed);
        }
    }
}
