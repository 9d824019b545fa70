package io.motcua.notification.channels;

import io.motcua.notification.messages.Channel;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** SMS by an HTTP provider. The idempotency key, the same at every attempt, lets it send a repeat once. */
final class SmsCarrier implements Carrier {
    /** The provider says that the message itself is wrong; its other refusals are about us or about now. */
    private static final Set<Integer> MESSAGE_IS_WRONG = Set.of(400, 413, 422);

    private final RestClient http;
    private final URI url;
    private final String from;
    private final Line line;

    SmsCarrier(RestClient http, ChannelSettings.Sms settings, Line line) {
        this.http = http;
        this.url = settings.url();
        this.from = settings.from();
        this.line = line;
    }

    record Sms(String to, String from, String text) {}

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean available() {
        return line.open();
    }

    @Override
    public Duration timeLimit() {
        return line.limit();
    }

    @Override
    public Outcome carry(Parcel parcel) {
        var number = international(parcel.address());
        if (number.isEmpty()) {
            return new Outcome.Refused("ADDRESS_INVALID");
        }
        var sms = new Sms(number, from, parcel.notice().sms());
        return line.call(() -> post(parcel.id(), sms));
    }

    private Outcome post(String id, Sms sms) {
        try {
            return http.post()
                    .uri(url)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Key", id)
                    .body(sms)
                    .exchangeForRequiredValue((_, response) -> answered(response.getStatusCode()));
        } catch (ResourceAccessException broken) {
            var cause = broken.getCause();
            return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                    ? new Outcome.Failed("UNREACHABLE")
                    : new Outcome.Unclear("CONNECTION_LOST");
        }
    }

    private static Outcome answered(HttpStatusCode status) {
        if (status.is2xxSuccessful()) {
            return new Outcome.Delivered();
        }
        var reason = "HTTP_" + status.value();
        return MESSAGE_IS_WRONG.contains(status.value()) ? new Outcome.Refused(reason) : new Outcome.Failed(reason);
    }

    /** Providers want 84…, people write 0… or +84…. */
    static String international(String phone) {
        var digits = phone.replaceAll("[\\s.()+-]", "");
        if (!digits.matches("\\d{8,15}")) {
            return "";
        }
        return digits.startsWith("0") ? "84" + digits.substring(1) : digits;
    }
}
