package io.motcua.catalog.stats.web;

import io.motcua.catalog.Today;
import io.motcua.catalog.stats.Counts;
import io.motcua.catalog.stats.Statistics;
import io.motcua.platform.security.Access;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatisticsController {

    private final Statistics statistics;
    private final Today today;

    StatisticsController(Statistics statistics, Today today) {
        this.statistics = statistics;
        this.today = today;
    }

    @GetMapping("/api/v1/agencies/{agency}/services/stats")
    @Access(Access.Who.ANYONE)
    Counts stats(
            @PathVariable String agency,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf) {
        return statistics.of(agency, today.unless(asOf));
    }
}
