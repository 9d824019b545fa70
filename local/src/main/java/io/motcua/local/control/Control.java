package io.motcua.local.control;

import io.motcua.local.failure.Failure;
import io.motcua.local.layout.Component;
import io.motcua.local.supervision.ChildReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the running supervisor of a workspace. */
public final class Control {

    private final JsonMapper json = JsonMapper.builder().build();
    private final ControlFile there;

    private Control(ControlFile there) {
        this.there = there;
    }

    /** Empty when none runs. */
    public static Optional<Control> connect(Path controlFile) {
        if (!Files.exists(controlFile)) {
            return Optional.empty();
        }
        var control = new Control(JsonMapper.builder().build().readValue(controlFile.toFile(), ControlFile.class));
        try {
            control.ask(Request.Verb.REPORT, "");
            return Optional.of(control);
        } catch (ConnectException nobodyListens) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Failure("the supervisor (pid %d) does not answer".formatted(control.there.pid()), e);
        }
    }

    public long pid() {
        return there.pid();
    }

    public List<ChildReport> report() {
        return request(Request.Verb.REPORT, "");
    }

    public void stop(Component component, boolean kill) {
        stop(component.label(), kill);
    }

    public void stop(String child, boolean kill) {
        request(kill ? Request.Verb.KILL : Request.Verb.STOP, child);
    }

    public void start(Component component) {
        start(component.label());
    }

    public void start(String child) {
        request(Request.Verb.START, child);
    }

    /** Begins to run an agency's own instances. */
    public void enlist(String agency) {
        request(Request.Verb.ENLIST, agency);
    }

    /** Returns when none of them runs any more. */
    public void dismiss(String agency) {
        request(Request.Verb.DISMISS, agency);
    }

    /** Returns when the supervisor, and with it everything, is gone. */
    public void down() {
        Optional<ProcessHandle> supervisor = ProcessHandle.of(there.pid());
        request(Request.Verb.DOWN, "");
        supervisor.ifPresent(process -> process.onExit().join());
    }

    private List<ChildReport> request(Request.Verb verb, String component) {
        try {
            return ask(verb, component);
        } catch (IOException e) {
            throw new UncheckedIOException("The supervisor (pid %d) does not answer".formatted(there.pid()), e);
        }
    }

    private List<ChildReport> ask(Request.Verb verb, String component) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), there.port())) {
            String line = json.writeValueAsString(new Request(there.secret(), verb, component)) + "\n";
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer == null) {
                throw new IOException("no answer");
            }
            Response response = json.readValue(answer, Response.class);
            if (!response.problem().isEmpty()) {
                throw new Failure(response.problem());
            }
            return response.children();
        }
    }
}
