package io.motcua.dossier.codes.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.motcua.dossier.codes.CodeSettings;
import io.motcua.dossier.codes.CodeStyle;
import io.motcua.dossier.codes.DossierCodes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * One counter document per unit and day, inserted before it is counted up: an upsert may surface duplicates while the
 * document is first created. The same conditional update counts up and notes for whom, so a number is never lost between
 * counting and claiming: after a crash the dossier finds its number again, and a dossier that never comes back explains
 * the gap by its name in the counter's {@code pending}.
 */
@Repository
class MongoDossierCodes implements DossierCodes {

    private static final Logger log = LoggerFactory.getLogger(MongoDossierCodes.class);
    private static final String COUNTERS = "codeCounters";
    private static final String CODES = "codes";

    /** By dossier, the other way round: {@code _id} is the one thing that every store keeps unique under any rush. */
    private static final String DOSSIERS = "codesByDossier";

    /** Whoever loses this many races in a row meets a fault, not a rush. */
    private static final int ATTEMPTS = 1_000;

    private final MongoTemplate mongo;
    private final CodeSettings settings;
    private final Clock clock;

    MongoDossierCodes(MongoTemplate mongo, CodeSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String claim(String agency, String unit, LocalDate day, String dossier) {
        var style = settings.of(agency);
        var series = style.series(unit, day);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var counter = counter(series);
            // Looked up after the counter is read: whoever claimed for this dossier and has left the counter's pending
            // list since, has claimed by now.
            var claimed = codeOf(dossier);
            if (claimed.isPresent()) {
                return known(agency, claimed.get(), dossier);
            }
            var number = numberFor(counter, dossier);
            if (number.isPresent()) {
                return register(agency, style.code(unit, day, number.getAsLong()), series, number.getAsLong(), dossier);
            }
        }
        throw new IllegalStateException("Lost " + ATTEMPTS + " races for a code of " + series);
    }

    @Override
    public boolean adopt(String agency, String code, String dossier) {
        if (!codeOf(dossier).orElse(code).equals(code)) {
            return false;
        }
        known(agency, code, dossier);
        if (find(code).filter(it -> it.equals(new Claim(code, agency, dossier))).isEmpty()) {
            return false;
        }
        try {
            mongo.insert(new Document("_id", dossier).append("code", code), DOSSIERS);
        } catch (DuplicateKeyException e) {
            return codeOf(dossier).filter(code::equals).isPresent();
        }
        return true;
    }

    @Override
    public Optional<Claim> find(String code) {
        return Optional.ofNullable(mongo.findById(code, Document.class, CODES))
                .map(it -> new Claim(code, it.getString("agency"), it.getString("dossier")));
    }

    @Override
    public Map<String, Claim> find(Collection<String> codes) {
        return mongo.find(query(where("_id").in(codes)), Document.class, CODES).stream()
                .map(it -> new Claim(it.getString("_id"), it.getString("agency"), it.getString("dossier")))
                .collect(Collectors.toMap(Claim::code, Function.identity()));
    }

    @Override
    public Map<String, String> codesOf(Collection<String> dossiers) {
        return mongo.find(query(where("_id").in(dossiers)), Document.class, DOSSIERS).stream()
                .collect(Collectors.toMap(it -> it.getString("_id"), it -> it.getString("code")));
    }

    @Override
    public List<Series> series(String unit, LocalDate from, LocalDate to) {
        var asked = new LinkedHashMap<String, Series>();
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            for (var style : CodeStyle.values()) {
                asked.putIfAbsent(style.series(unit, day), new Series(style, unit, day, 0, Map.of()));
            }
        });
        var begun = mongo.find(query(where("_id").in(asked.keySet())), Document.class, COUNTERS).stream()
                .collect(Collectors.toMap(it -> it.getString("_id"), Function.identity()));
        return asked.entrySet().stream()
                .flatMap(it ->
                        Optional.ofNullable(begun.get(it.getKey()))
                                .map(counter -> counted(it.getValue(), counter))
                                .stream())
                .toList();
    }

    private static Series counted(Series series, Document counter) {
        var pending = counter.getList("pending", Document.class).stream()
                .collect(Collectors.toMap(it -> it.getLong("number"), it -> it.getString("dossier")));
        return new Series(series.style(), series.unit(), series.day(), counter.getLong("next"), pending);
    }

    private Document counter(String series) {
        var found = mongo.findById(series, Document.class, COUNTERS);
        if (found != null) {
            return found;
        }
        var first = new Document("_id", series).append("next", 0L).append("pending", List.of());
        try {
            return mongo.insert(first, COUNTERS);
        } catch (DuplicateKeyException e) {
            log.debug("Another has begun the series {}", series);
            return counter(series);
        }
    }

    private Optional<String> codeOf(String dossier) {
        return Optional.ofNullable(mongo.findById(dossier, Document.class, DOSSIERS))
                .map(it -> it.getString("code"));
    }

    /** The number that is already pending for the dossier, else the next one, if nobody else takes it first. */
    private OptionalLong numberFor(Document counter, String dossier) {
        for (var it : counter.getList("pending", Document.class)) {
            if (dossier.equals(it.getString("dossier"))) {
                return OptionalLong.of(it.getLong("number"));
            }
        }
        long taken = counter.getLong("next");
        var unmoved = where("_id").is(counter.getString("_id")).and("next").is(taken);
        var up = new Update()
                .inc("next", 1L)
                .push("pending", new Document("dossier", dossier).append("number", taken + 1));
        return mongo.updateFirst(query(unmoved), up, COUNTERS).getMatchedCount() == 1
                ? OptionalLong.of(taken + 1)
                : OptionalLong.empty();
    }

    /** Two instances about midnight may hold numbers of two series for one dossier: the first to register it decides. */
    private String register(String agency, String code, String series, long number, String dossier) {
        try {
            mongo.insert(new Document("_id", dossier).append("code", code), DOSSIERS);
        } catch (DuplicateKeyException e) {
            var registered = codeOf(dossier).orElseThrow(() -> e);
            if (!registered.equals(code)) {
                log.warn("{} stays unused: the dossier was given {} at the same moment", code, registered);
                return known(agency, registered, dossier);
            }
        }
        known(agency, code, dossier);
        mongo.updateFirst(
                query(where("_id").is(series)),
                new Update().pull("pending", new Document("dossier", dossier).append("number", number)),
                COUNTERS);
        return code;
    }

    /** Lets everybody find the dossier by its code, also if whoever registered it died before it could. */
    private String known(String agency, String code, String dossier) {
        if (mongo.exists(query(where("_id").is(code)), CODES)) {
            return code;
        }
        try {
            mongo.insert(
                    new Document("_id", code)
                            .append("agency", agency)
                            .append("dossier", dossier)
                            .append("claimedAt", Date.from(clock.instant())),
                    CODES);
        } catch (DuplicateKeyException e) {
            log.debug("Another has made {} known", code);
        }
        return code;
    }
}
