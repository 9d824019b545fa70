package io.motcua.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the sample data set as its users do: through the import endpoints. Loading it again does no harm. */
public final class SampleData {

    private SampleData() {}

    public static void load(Api api) {
        platform(api);
        assertThat(named(api).status()).isEqualTo(200);
        assertThat(standIns(api).status()).isEqualTo(200);
    }

    public static Answer platform(Api api) {
        var answer = ndjson(api).post("/api/v1/agencies/import", file("platform.ndjson"));
        assertThat(answer.body().path("rejected")).as("%s", answer).isEmpty();
        return answer;
    }

    public static Answer named(Api api) {
        return ndjson(api).post("/api/v1/agencies/H37/services/import", file("H37.ndjson"));
    }

    public static Answer standIns(Api api) {
        return csv(api).post("/api/v1/agencies/H37/services/import", file("H37.csv"));
    }

    public static Api ndjson(Api api) {
        return api.as(Tokens.operator()).header("Content-Type", "application/x-ndjson");
    }

    public static Api csv(Api api) {
        return api.as(Tokens.operator()).header("Content-Type", "text/csv; charset=utf-8");
    }

    /** An agency of a test's own, with what its procedures refer to. */
    public static void agency(Api api, String code, String localPrefix) {
        platform(api);
        var lines = """
                {"record":"agency","agency":"%1$s","names":{"vi":"Tỉnh %1$s"},"kind":"PROVINCE","localPrefix":"%2$s","validFrom":"2022-01-01","source":"test"}
                {"record":"unit","agency":"%1$s","unit":"000.00.01.%1$s","names":{"vi":"Sở thử"},"tier":"PROVINCE","validFrom":"2020-01-01"}
                {"record":"calendar","agency":"%1$s","calendar":"default","timeZone":"Asia/Ho_Chi_Minh","openingHours":[{"day":"MONDAY","opens":"07:30","closes":"11:30"}],"daysOff":[],"daysAtWork":[],"validFrom":"2020-01-01"}
                """.formatted(code, localPrefix);
        var answer = ndjson(api).post("/api/v1/agencies/import", lines);
        assertThat(answer.body().path("rejected")).as("%s", answer).isEmpty();
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of("samples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
