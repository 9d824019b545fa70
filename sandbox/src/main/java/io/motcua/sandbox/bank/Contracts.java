package io.motcua.sandbox.bank;

import io.motcua.sandbox.storage.DataFolder;
import io.motcua.sandbox.storage.Journal;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Whose money this bank takes: merchants of the configuration, and those that came since. They are kept. */
@Component
class Contracts {

    private final Map<String, Merchant> merchants = new ConcurrentHashMap<>();
    private final Journal<Merchant> journal;

    Contracts(BankSettings settings, DataFolder folder, JsonMapper json) {
        journal = Journal.open(folder.file("merchants.jsonl"), Merchant.class, json);
        settings.merchants().forEach(it -> merchants.put(it.code(), it));
        journal.found().forEach(it -> merchants.put(it.code(), it));
    }

    Optional<Merchant> merchant(@Nullable String code) {
        return code == null ? Optional.empty() : Optional.ofNullable(merchants.get(code));
    }

    List<Merchant> all() {
        var all = new ArrayList<>(merchants.values());
        all.sort(Comparator.comparing(Merchant::code));
        return all;
    }

    /** @return whether the merchant is new */
    synchronized boolean conclude(Merchant merchant) {
        journal.append(merchant);
        return merchants.put(merchant.code(), merchant) == null;
    }

    @PreDestroy
    void close() {
        journal.close();
    }
}
