package io.motcua.notification.web;

import io.motcua.notification.messages.Channel;

/** Shows enough of an address to recognise it, and not enough to write to it. */
final class Masked {
    private Masked() {}

    static String address(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> {
                var at = address.lastIndexOf('@');
                yield at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
            }
            case SMS ->
                address.length() < 8
                        ? "***"
                        : address.substring(0, 2) + "*****" + address.substring(address.length() - 4);
        };
    }
}
