package io.motcua.notification;

import io.motcua.events.dossier.DossierSubmitted;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.access.AccessMatrix;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

class AccessTests extends NotificationTest implements AccessMatrix {
    private final Map<String, String> told = new ConcurrentHashMap<>();

    @Override
    public Api door() {
        return api;
    }

    @Override
    public Map<String, String> thing(String operation, String personalId) {
        return Map.of("dossier", told.computeIfAbsent(personalId, this::told));
    }

    @Override
    public Set<String> personal(String personalId) {
        return Set.of(address(personalId), persons.of(personalId));
    }

    private String told(String personalId) {
        var dossier = newId();
        var reader =
                recipient(new Citizen(personalId, address(personalId), "", "vi"), Map.of("email", address(personalId)));
        publish(
                DossierSubmitted.TYPE,
                dossier,
                new DossierSubmitted(dossier(dossier), reader, "ONLINE", Instant.parse("2021-06-08T01:00:00Z")));
        awaitNotification(dossier, _ -> true);
        return dossier;
    }

    private static String address(String personalId) {
        return "reader" + personalId + "@example.vn";
    }
}
