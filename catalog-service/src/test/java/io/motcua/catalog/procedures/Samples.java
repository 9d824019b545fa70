package io.motcua.catalog.procedures;

import io.motcua.events.Names;
import io.motcua.events.TimeLimit;
import io.motcua.events.catalog.ChannelTerms;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Samples {

    private Samples() {}

    static Procedure procedure(LocalDate from, @Nullable LocalDate to) {
        return new Procedure(
                new Names("Đăng ký khai sinh", "Birth registration"),
                "COMMUNE",
                "Hộ tịch",
                List.of("CITIZEN"),
                "32/2017/TT-BTTTT",
                "4",
                new Eligibility("ELIGIBLE", null, null, null, null),
                "ANY",
                List.of(),
                List.of(new ChannelTerms("ONLINE", new TimeLimit(0, "WORKING_DAY"), List.of(), null)),
                List.of(),
                "000.22.31.H37",
                "default",
                new Names("Giấy khai sinh", null),
                1,
                List.of(),
                from,
                to,
                false,
                "test",
                null);
    }
}
