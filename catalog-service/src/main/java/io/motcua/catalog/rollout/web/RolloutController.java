package io.motcua.catalog.rollout.web;

import io.motcua.catalog.Today;
import io.motcua.catalog.rollout.League;
import io.motcua.catalog.rollout.Rollout;
import io.motcua.platform.security.Access;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RolloutController {

    private final League league;
    private final Today today;

    RolloutController(League league, Today today) {
        this.league = league;
        this.today = today;
    }

    @GetMapping("/api/v1/rollout")
    @Access(Access.Who.ANYONE)
    Rollout rollout(@RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate asOf) {
        return league.on(today.unless(asOf));
    }
}
