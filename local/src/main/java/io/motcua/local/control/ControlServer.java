package io.motcua.local.control;

import io.motcua.local.failure.Failure;
import io.motcua.local.supervision.ChildSpec;
import io.motcua.local.supervision.Supervisor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The supervisor's ear: one line of JSON asks, one line answers. */
public final class ControlServer {

    private static final int BACKLOG = 16;
    private static final int SECRET_BYTES = 16;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Supervisor supervisor;
    private final Function<String, List<ChildSpec>> ofAgency;
    private final Runnable down;
    private final ServerSocket socket;
    private final Path file;
    private final String secret;

    private ControlServer(Path file, Supervisor supervisor, Function<String, List<ChildSpec>> ofAgency, Runnable down)
            throws IOException {
        this.file = file;
        this.supervisor = supervisor;
        this.ofAgency = ofAgency;
        this.down = down;
        this.socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
    }

    /**
     * Listens from now on.
     *
     * @param ofAgency an agency's own instances; none if it has none
     * @param down takes everything down; called after the one who asked has been answered
     */
    public static ControlServer listen(
            Path file, Supervisor supervisor, Function<String, List<ChildSpec>> ofAgency, Runnable down)
            throws IOException {
        var server = new ControlServer(file, supervisor, ofAgency, down);
        server.announce();
        Thread.ofPlatform().name("control").daemon().start(server::accept);
        return server;
    }

    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void announce() throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "control", ".tmp", owner);
        var here = new ControlFile(
                socket.getLocalPort(), secret, ProcessHandle.current().pid());
        Files.writeString(fresh, json.writeValueAsString(here));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    System.err.println("The control port failed: " + e);
                }
            }
        }
    }

    private void serve(Socket caller) {
        boolean takeDown = false;
        try (caller) {
            caller.setSoTimeout(TIMEOUT_MILLIS);
            var lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            if (line == null) {
                return;
            }
            Request request = json.readValue(line, Request.class);
            Response response = answer(request);
            takeDown = request.verb() == Request.Verb.DOWN && response.problem().isEmpty();
            caller.getOutputStream().write((json.writeValueAsString(response) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException | JacksonException e) {
            System.err.println("A control request failed: " + e);
        }
        if (takeDown) {
            down.run();
        }
    }

    private Response answer(Request request) {
        if (!secret.equals(request.secret())) {
            return new Response("the secret of the control file is missing", List.of());
        }
        try {
            switch (request.verb()) {
                case STOP -> supervisor.stop(request.component(), false);
                case KILL -> supervisor.stop(request.component(), true);
                case START -> supervisor.start(request.component());
                case ENLIST -> supervisor.enlist(ofAgency.apply(request.component()));
                case DISMISS ->
                    supervisor.dismiss(ofAgency.apply(request.component()).stream()
                            .map(ChildSpec::name)
                            .toList());
                case REPORT, DOWN -> {}
            }
            return new Response("", supervisor.report());
        } catch (Failure refused) {
            return new Response(String.valueOf(refused.getMessage()), List.of());
        }
    }
}
