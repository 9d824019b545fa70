package io.motcua.dossier.attachments;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.motcua.dossier.DossierProblem;
import io.motcua.dossier.casework.Casework;
import io.motcua.dossier.casework.Command;
import io.motcua.platform.history.Cause;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has files scanned as they come. While the scanner is away papers are taken all the same, for a deadline does not wait for
 * it; but nobody is given a file that has not been scanned.
 */
@Component
class Scanning {

    private static final Logger log = LoggerFactory.getLogger(Scanning.class);
    private static final String SELF = "dossier-service";
    private static final int PAGE = 50;

    /** A content that is not there by then never will be: its request has failed. */
    private static final Duration LOST = Duration.ofHours(1);

    private final @Nullable Scanner scanner;
    private final Unscanned unscanned;
    private final Contents contents;
    private final Casework casework;
    private final ScanningSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final AtomicLong waiting = new AtomicLong();

    Scanning(
            ObjectProvider<Scanner> scanner,
            Unscanned unscanned,
            Contents contents,
            Casework casework,
            ScanningSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.scanner = scanner.getIfAvailable();
        this.unscanned = unscanned;
        this.contents = contents;
        this.casework = casework;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        meters.gauge("motcua.scanning.on", this, it -> it.scanner == null ? 0 : 1);
        meters.gauge("motcua.scanning.waiting", waiting);
        if (this.scanner == null) {
            log.warn("Files are NOT scanned for malware: motcua.dossiers.scanning.clamd is not set");
        }
    }

    boolean on() {
        return scanner != null;
    }

    /** @return false if it could not be scanned now, or is not to be
     * @throws Problem 422 if there is malware in it */
    boolean scanned(String agency, String dossier, String content, String component, Upload upload) {
        var verdict = verdict(upload.bytes());
        if (verdict.orElse(null) instanceof Scanner.Infected(var signature)) {
            var found = new Command.Quarantine(content, component, upload.sha256(), signature);
            casework.note(agency, dossier, new Cause("malware:" + content), SELF, found);
            throw new Problem(DossierProblem.CONTENT_INFECTED, signature);
        }
        return verdict.isPresent();
    }

    /** What staff put can wait for the scanner. */
    void requireClean(Upload upload) {
        if (scanner == null) {
            return;
        }
        switch (verdict(upload.bytes())
                .orElseThrow(() -> new Problem(PlatformProblem.NOT_READY, "scanner").retryAfter(settings.sweep()))) {
            case Scanner.Clean _ -> log.debug("A result is clean");
            case Scanner.Infected(var signature) -> throw new Problem(DossierProblem.CONTENT_INFECTED, signature);
        }
    }

    void await(String agency, String dossier, String content, String component, Upload upload) {
        if (scanner != null) {
            unscanned.add(new Unscanned.Waiting(content, agency, dossier, component, upload.sha256(), clock.instant()));
        }
    }

    boolean waits(String content) {
        return scanner != null && unscanned.contains(content);
    }

    void requireScanned(String content) {
        if (waits(content)) {
            throw new Problem(DossierProblem.CONTENT_UNSCANNED).retryAfter(settings.sweep());
        }
    }

    @Scheduled(fixedDelayString = "${motcua.dossiers.scanning.sweep:15s}")
    void sweep() {
        waiting.set(unscanned.count());
        if (scanner == null || waiting.get() == 0) {
            return;
        }
        for (var it : unscanned.since(clock.instant().minus(settings.settled()), PAGE)) {
            if (!looked(it)) {
                return;
            }
        }
        waiting.set(unscanned.count());
    }

    /** @return false if the scanner is still away */
    private boolean looked(Unscanned.Waiting it) {
        var bytes = contents.open(it.agency(), it.content());
        if (bytes.isEmpty()) {
            if (it.since().isBefore(clock.instant().minus(LOST))) {
                unscanned.remove(it.content());
            }
            return true;
        }
        Optional<Scanner.Verdict> verdict;
        try (var stream = bytes.get()) {
            verdict = verdict(stream.readAllBytes());
        } catch (IOException e) {
            log.warn("{} could not be read, to be scanned", it.content(), e);
            return true;
        }
        if (verdict.isEmpty()) {
            return false;
        }
        if (verdict.get() instanceof Scanner.Infected(var signature)) {
            casework.note(
                    it.agency(),
                    it.dossier(),
                    new Cause("malware:" + it.content()),
                    SELF,
                    new Command.Quarantine(it.content(), it.component(), it.sha256(), signature));
            contents.remove(it.agency(), it.content());
        }
        unscanned.remove(it.content());
        return true;
    }

    private Optional<Scanner.Verdict> verdict(byte[] bytes) {
        if (scanner == null) {
            return Optional.empty();
        }
        try {
            var verdict = scanner.scan(bytes);
            counter(verdict instanceof Scanner.Clean ? "clean" : "infected").increment();
            return Optional.of(verdict);
        } catch (IOException e) {
            counter("away").increment();
            log.warn("The malware scanner does not answer: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Counter counter(String verdict) {
        return Counter.builder("motcua.scans")
                .description("Files that were scanned for malware, or could not be")
                .tag("verdict", verdict)
                .register(meters);
    }
}
