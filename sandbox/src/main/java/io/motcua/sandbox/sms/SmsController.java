package io.motcua.sandbox.sms;

import io.motcua.sandbox.inbox.Inbox;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes an SMS from a brand name. A request key makes it safe to ask again after a lost answer: the same key gets the
 * same answer and delivers nothing more.
 */
@RestController
class SmsController {

    private static final Logger log = LoggerFactory.getLogger(SmsController.class);

    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9]{8,15}");
    private static final Pattern BRAND = Pattern.compile("(?=.*\\S).{1,20}");
    private static final Pattern TEXT = Pattern.compile("(?s)(?=.*\\S).{1,1600}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Inbox inbox;

    SmsController(Inbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/sms/messages")
    @ResponseStatus(HttpStatus.CREATED)
    Accepted send(@RequestHeader("Idempotency-Key") String key, @RequestBody Order order) {
        var requestKey = given(key, KEY, "Idempotency-Key must have 1 to 255 visible characters");
        var to = given(order.to(), TELEPHONE, "to must be a telephone number of 8 to 15 digits");
        var from = given(order.from(), BRAND, "from must have 1 to 20 characters");
        var text = given(order.text(), TEXT, "text must have 1 to 1600 characters");
        var message = inbox.sms(requestKey, from, to, text)
                .orElseThrow(() ->
                        refusal(HttpStatus.UNPROCESSABLE_CONTENT, "This Idempotency-Key has sent another message"));
        log.info("sms id={} repeats={}", message.id(), message.repeats());
        return new Accepted(message.id(), "ACCEPTED");
    }

    private static String given(@Nullable String value, Pattern shape, String otherwise) {
        if (value == null || !shape.matcher(value).matches()) {
            throw refusal(HttpStatus.BAD_REQUEST, otherwise);
        }
        return value;
    }

    private static ErrorResponseException refusal(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    record Order(
            @Nullable String to,
            @Nullable String from,
            @Nullable String text) {}

    record Accepted(String id, String status) {}
}
