package io.motcua.local.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A child that says {@code ready}, or {@code ready 27017}, on a line of its own. */
public record ReadyLine(Path log) implements Probe {

    @Override
    public boolean serves(long logStart) {
        try (var channel = FileChannel.open(log, StandardOpenOption.READ)) {
            channel.position(logStart);
            String said = new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
            return said.lines().anyMatch(ReadyLine::says);
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + log + " cannot be read", e);
        }
    }

    public static boolean says(String line) {
        return line.equals("ready") || line.startsWith("ready ");
    }
}
