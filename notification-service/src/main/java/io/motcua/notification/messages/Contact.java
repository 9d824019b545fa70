package io.motcua.notification.messages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The addresses of a citizen: opened for a moment, never stored, never logged. */
public record Contact(@Nullable String email, @Nullable String phone) {
    public Optional<String> address(Channel channel) {
        var address = switch (channel) {
            case EMAIL -> email;
            case SMS -> phone;
        };
        return Optional.ofNullable(address).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Says nothing: a contact may end up in a log by mistake. */
    @Override
    public String toString() {
        return "Contact[sealed]";
    }
}
