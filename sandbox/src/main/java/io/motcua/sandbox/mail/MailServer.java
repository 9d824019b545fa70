package io.motcua.sandbox.mail;

import io.motcua.sandbox.inbox.Inbox;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server without relaying: whatever is sent to it ends in the inbox. */
@Component
public class MailServer implements SmartLifecycle {

    private final MailSettings settings;
    private final Inbox inbox;
    private @Nullable SMTPServer running;

    MailServer(MailSettings settings, Inbox inbox) {
        this.settings = settings;
        this.inbox = inbox;
    }

    @Override
    public synchronized void start() {
        int limit = Math.toIntExact(settings.largest().toBytes());
        var server = SMTPServer.port(settings.port())
                .bindAddress(address())
                .hostName("sandbox.motcua.localhost")
                .softwareName("motcua sandbox")
                .maxMessageSize(limit)
                .messageHandlerFactory(_ -> new Envelope(inbox, limit))
                .build();
        try {
            server.start();
        } catch (RuntimeException failed) {
            throw failed.getCause() instanceof BindException ? new PortInUseException(settings.port(), failed) : failed;
        }
        running = server;
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** The port in use; another than the configured one only when that is 0. */
    public synchronized int port() {
        if (running == null) {
            throw new IllegalStateException("The mail server is not running");
        }
        return running.getPortAllocated();
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(settings.address());
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException(
                    "motcua.sandbox.mail.address " + settings.address() + " is no address of this machine", unknown);
        }
    }
}
