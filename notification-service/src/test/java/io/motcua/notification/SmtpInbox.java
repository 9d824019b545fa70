package io.motcua.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server, which can be switched off, refuse a mailbox, or fall silent when it has a mail. */
final class SmtpInbox {
    private final int port = freePort();
    private final List<Mail> received = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> silent = new ConcurrentHashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private SMTPServer server = newServer();

    record Mail(String to, String id, String subject, String language, String text) {}

    int port() {
        return port;
    }

    void start() {
        server = newServer();
        server.start();
    }

    void stop() {
        server.stop();
    }

    void refuse(String address, int code) {
        refused.put(address, code);
    }

    /** Takes the next mail to the address and does not answer any more; the semaphore tells when it is there. */
    Semaphore fallSilentAfter(String address) {
        return silent.computeIfAbsent(address, _ -> new Semaphore(0));
    }

    void answerAgain(String address) {
        silent.remove(address);
    }

    List<Mail> to(String address) {
        return received.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private SMTPServer newServer() {
        return SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Handler::new)
                .build();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Handler implements MessageHandler {
        private String recipient = "";

        Handler(MessageContext context) {}

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            var code = refused.get(recipient);
            if (code != null) {
                throw new RejectException(code, "<" + recipient + "> not now, or never");
            }
            this.recipient = recipient;
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            try {
                var mail = new MimeMessage(null, data);
                received.add(new Mail(
                        recipient,
                        mail.getMessageID(),
                        mail.getSubject(),
                        mail.getHeader("Content-Language", null),
                        (String) mail.getContent()));
                var arrived = silent.get(recipient);
                if (arrived != null) {
                    arrived.release();
                    never.await();
                }
                return null; // the usual answer: 250
            } catch (MessagingException unreadable) {
                throw new IOException(unreadable);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }

        @Override
        public void done() {}
    }
}
