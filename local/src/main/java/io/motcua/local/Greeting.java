package io.motcua.local;

import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.signin.SignIns;
import java.util.List;

/** Where to go from here. */
final class Greeting {

    private Greeting() {}

    static List<String> lines(Ports ports) {
        return List.of(
                "",
                "  API       %s/api/v1/agencies/H37/services".formatted(ports.address(Port.GATEWAY)),
                "  API docs  %s/openapi".formatted(ports.address(Port.GATEWAY)),
                "  inbox     %s/inbox   (mail and SMS that were sent)".formatted(ports.address(Port.SANDBOX)),
                "  sign-ins  %s, citizen2, %s, %s; password of all: %s"
                        .formatted(
                                SignIns.CITIZEN,
                                String.join(", ", SignIns.staff()),
                                SignIns.OPERATOR,
                                SignIns.PASSWORD),
                "",
                "  ./motcua demo    ./motcua status    ./motcua token citizen    ./motcua down");
    }
}
