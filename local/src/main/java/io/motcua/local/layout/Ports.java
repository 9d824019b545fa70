package io.motcua.local.layout;

import io.motcua.local.failure.Failure;
import java.net.URI;
import java.util.Map;

/** The port table of one running platform: the standard one, shifted. */
public record Ports(int offset) {

    public static final String VARIABLE = "MOTCUA_PORT_OFFSET";

    /** Below 1024 a user may not listen. */
    private static final int LOWEST = 1024;

    private static final int HIGHEST = 65_535;

    public Ports {
        for (Port port : Port.values()) {
            int shifted = port.standard() + offset;
            if (shifted < LOWEST || shifted > HIGHEST) {
                throw new Failure("%s=%d moves port %d to %d, which is not between %d and %d"
                        .formatted(VARIABLE, offset, port.standard(), shifted, LOWEST, HIGHEST));
            }
        }
    }

    public static Ports from(Map<String, String> environment) {
        String offset = environment.getOrDefault(VARIABLE, "").strip();
        if (offset.isEmpty()) {
            return new Ports(0);
        }
        try {
            return new Ports(Integer.parseInt(offset));
        } catch (NumberFormatException notANumber) {
            throw new Failure("%s must be a whole number, not '%s'".formatted(VARIABLE, offset), notANumber);
        }
    }

    public int of(Port port) {
        return port.standard() + offset;
    }

    /** What programs and browsers on this machine call: {@code http://localhost:8080}. */
    public URI address(Port port) {
        return URI.create("http://localhost:" + of(port));
    }
}
