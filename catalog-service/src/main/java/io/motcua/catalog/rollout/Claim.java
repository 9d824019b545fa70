package io.motcua.catalog.rollout;

import io.motcua.events.Names;
import java.time.LocalDate;

/** What somebody has said and we cannot compute: shown as said, with its source, beside what can be computed. */
record Claim(String id, String agency, Names text, LocalDate saidOn, String source) {}
