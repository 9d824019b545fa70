package io.motcua.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.catalog.SampleData;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files with good and bad rows: every bad one is reported, every good one applied. */
@ServiceTest
class ImportTests {

    private static final String HEADER =
            "code,nameVi,tier,sector,audiences,levelScheme,levelCode,eligibility,reasonCode,reasonText,channels,"
                    + "limitAmount,limitUnit,fee,receivingUnit,resultVi,validFrom,validTo,sample,source";

    @Autowired
    Api api;

    @BeforeEach
    void agency() {
        SampleData.agency(api, "H91", "NK");
    }

    @Test
    void bad_rows_are_reported_with_line_field_code_and_reason_and_the_good_ones_applied() {
        var file = String.join(
                "\r\n",
                "\uFEFF" + HEADER,
                row("NK-CSV-01", "4", "ELIGIBLE", "", "", "5", "10000", "2021-06-08", ""),
                row("NK-CSV-02", "4", "INELIGIBLE", "", "", "5", "0", "2021-06-08", ""),
                "NK-CSV-03,\"Không đóng ngoặc,PROVINCE",
                row("NK-CSV-04", "4", "ELIGIBLE", "", "", "năm", "7500.5", "2021-06-08", ""),
                "",
                row("LS-CSV-05", "4", "ELIGIBLE", "", "", "5", "0", "2021-06-08", ""),
                row("1.00119", "4", "ELIGIBLE", "", "", "5", "0", "2021-06-08", ""),
                row("NK-CSV-06", "5", "ELIGIBLE", "", "", "5", "-1", "2021-06-08", "2021-06-07"),
                row("NK-CSV-07", "4", "INELIGIBLE", "PRESENCE_REQUIRED", "Phải có mặt", "5", "0", "2021-06-08", ""),
                row("NK-CSV-01", "4", "ELIGIBLE", "", "", "9", "0", "2021-06-08", ""),
                row("NK-CSV-08", "4", "ELIGIBLE", "", "", "5", "0", "8/6/2021", ""),
                "NK-CSV-09,thiếu cột");

        var report = csv(file);

        assertThat(report.status()).as("%s", report).isEqualTo(200);
        assertThat(report.body().path("received").asInt()).isEqualTo(11);
        assertThat(report.body().path("applied").asInt()).isEqualTo(2);
        assertThat(report.body().path("unchanged").asInt()).isZero();
        assertThat(report.body()
                        .path("rejected")
                        .valueStream()
                        .map(it -> it.path("line").asLong() + " "
                                + it.path("field").asString() + " "
                                + it.path("code").asString()))
                .containsExactly(
                        "3 reasonCode reason-required",
                        "4  malformed",
                        "5 limitAmount number",
                        "7 code code-of-another-agency",
                        "8 code format",
                        "9 validTo period",
                        "11  duplicate-row",
                        "12 validFrom date",
                        "13  columns");
        assertThat(report.body()
                        .path("rejected")
                        .valueStream()
                        .map(it -> it.path("reason").asString()))
                .allSatisfy(it -> assertThat(it).isNotBlank().doesNotContain("{"));
        assertThat(report.body().at("/rejected/2/more/0/field").asString()).isEqualTo("fee");
        assertThat(report.body()
                        .at("/rejected/5/more")
                        .valueStream()
                        .map(it -> it.path("field").asString()))
                .containsExactlyInAnyOrder("levelCode", "fee");
        assertThat(api.get("/api/v1/agencies/H91/services/NK-CSV-01?asOf=2021-06-08")
                        .body()
                        .at("/channels/0/fees/0/amount/amount")
                        .asInt())
                .isEqualTo(10_000);
        assertThat(api.get("/api/v1/agencies/H91/services/NK-CSV-02?asOf=2021-06-08")
                        .status())
                .isEqualTo(404);

        var again = csv(file);
        assertThat(again.body().path("applied").asInt()).isZero();
        assertThat(again.body().path("unchanged").asInt()).isEqualTo(2);
        assertThat(again.body().path("rejected")).hasSize(9);
    }

    @Test
    void a_row_that_says_something_else_of_the_same_day_is_a_correction() {
        csv(HEADER + "\n" + row("NK-SUA-01", "4", "ELIGIBLE", "", "", "5", "0", "2021-06-08", ""));

        var report = csv(HEADER + "\n" + row("NK-SUA-01", "3", "ELIGIBLE", "", "", "5", "0", "2021-06-08", ""));

        assertThat(report.body().path("applied").asInt()).isEqualTo(1);
        var service = api.get("/api/v1/agencies/H91/services/NK-SUA-01?asOf=2021-06-08")
                .body();
        assertThat(service.path("version").asInt()).isEqualTo(2);
        assertThat(service.path("levelCode").asString()).isEqualTo("3");
    }

    @Test
    void reasons_come_in_the_readers_language() {
        var file = HEADER + "\n" + row("NK-NN-01", "4", "INELIGIBLE", "", "", "5", "0", "2021-06-08", "");

        var vietnamese = SampleData.csv(api).header("Accept-Language", "vi").post(path(), file);
        var english = SampleData.csv(api).header("Accept-Language", "en-GB").post(path(), file);

        assertThat(vietnamese.body().at("/rejected/0/reason").asString()).contains("phải nêu lý do");
        assertThat(english.body().at("/rejected/0/reason").asString()).contains("needs a reason");
    }

    @Test
    void lines_of_json_are_read_strictly() {
        var file = String.join(
                "\n",
                "{\"code\":\"1.000001\",\"colour\":\"red\"}",
                "{\"code\":\"1.000002\"",
                "[1,2]",
                "{\"code\":\"1.000003\",\"code\":\"1.000004\"}",
                "{\"code\":\"1.000005\",\"validFrom\":\"gestern\"}",
                "{\"code\":\"1.000006\",\"audiences\":[null]}");

        var report = SampleData.ndjson(api).post(path(), file).body();

        assertThat(report.path("rejected")
                        .valueStream()
                        .map(it -> it.path("line").asLong() + " "
                                + it.path("field").asString() + " "
                                + it.path("code").asString()))
                .startsWith(
                        "1 colour unknown-field",
                        "2  malformed",
                        "3  malformed",
                        "4  malformed",
                        "5 validFrom unreadable-value")
                .hasSize(6);
        assertThat(report.path("rejected").path(1).path("more").isArray()).isTrue();
    }

    @Test
    void records_of_the_platform_are_checked_too() {
        var file = String.join(
                "\n",
                "{\"record\":\"unit\",\"agency\":\"X99\",\"unit\":\"000.00.01.X99\",\"names\":{\"vi\":\"?\"},\"tier\":\"PROVINCE\",\"validFrom\":\"2020-01-01\"}",
                "{\"record\":\"unit\",\"agency\":\"H91\",\"unit\":\"000.00.01.H37\",\"names\":{\"vi\":\"?\"},\"tier\":\"PROVINCE\",\"validFrom\":\"2020-01-01\"}",
                "{\"record\":\"unit\",\"agency\":\"H91\",\"unit\":\"000.00.02.H91\",\"names\":{\"vi\":\"?\"},\"tier\":\"DISTRICT\",\"validFrom\":\"2025-07-01\"}",
                "{\"record\":\"staff\",\"agency\":\"H91\",\"personalId\":\"12345\",\"unit\":\"000.00.01.H91\",\"roles\":[\"receptionist\"]}",
                "{\"record\":\"staff\",\"agency\":\"H91\",\"personalId\":\"020190001234\",\"unit\":\"000.00.01.H91\",\"roles\":[\"king\"]}",
                "{\"record\":\"milestone\",\"agency\":\"H91\",\"started\":{\"precision\":\"UNKNOWN\"},\"completed\":{\"precision\":\"DAY\",\"date\":\"2021-05\"},\"source\":\"x\"}",
                "{\"record\":\"weather\"}",
                "{\"record\":\"agency\",\"agency\":\"H91\",\"names\":{\"vi\":\"x\"},\"kind\":\"PROVINCE\",\"placements\":{\"dossier-service\":{\"mode\":\"elsewhere\",\"epoch\":1}},\"validFrom\":\"2020-01-01\",\"source\":\"x\"}");

        var report =
                SampleData.ndjson(api).post("/api/v1/agencies/import", file).body();

        assertThat(report.path("applied").asInt()).isZero();
        assertThat(report.path("rejected")
                        .valueStream()
                        .map(it -> it.path("line").asLong() + " "
                                + it.path("field").asString() + " "
                                + it.path("code").asString()))
                .containsExactly(
                        "1 agency unknown-agency",
                        "2 unit code-of-another-agency",
                        "3 tier tier-not-in-force",
                        "4 personalId personal-id",
                        "5 roles/0 unknown-value",
                        "6 completed/date moment",
                        "7 record unknown-value",
                        "8 placements/dossier-service/mode unknown-value");
        assertThat(report.toString()).doesNotContain("12345");
    }

    @Test
    void a_file_that_is_no_table_of_ours_is_refused_as_a_whole() {
        assertThat(csv("code,colour\n1.000001,red").problem()).isEqualTo("unreadable-file");
        assertThat(csv("nameVi\nx").status()).isEqualTo(400);
        assertThat(csv(" ").status()).isEqualTo(400);
        var latin = "code,nameVi\n1.000001,Đăng ký".getBytes(StandardCharsets.UTF_16LE);
        assertThat(SampleData.csv(api).post(path(), latin).status()).isEqualTo(400);
    }

    @Test
    void the_same_key_gives_the_same_report_and_another_file_under_it_is_refused() {
        var key = UUID.randomUUID().toString();
        var file = HEADER + "\n" + row("NK-KEY-01", "4", "ELIGIBLE", "", "", "5", "0", "2021-06-08", "");

        var first = SampleData.csv(api).key(key).post(path(), file);
        var second = SampleData.csv(api).key(key).post(path(), file);
        var other = SampleData.csv(api).key(key).post(path(), file + "\n");

        assertThat(first.body().path("applied").asInt()).isEqualTo(1);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("request-key-reused");
    }

    @Test
    void the_editor_of_the_agency_may_import_and_others_may_not() {
        var file = HEADER + "\n" + row("NK-QUYEN-01", "4", "ELIGIBLE", "", "", "5", "0", "2021-06-08", "");

        assertThat(SampleData.csv(api)
                        .as(Tokens.staff("H91", "catalogue-editor"))
                        .post(path(), file)
                        .status())
                .isEqualTo(200);
        assertThat(SampleData.csv(api)
                        .as(Tokens.staff("H37", "catalogue-editor"))
                        .post(path(), file)
                        .status())
                .isEqualTo(403);
        assertThat(SampleData.csv(api)
                        .as(Tokens.staff("H91", "receptionist"))
                        .post(path(), file)
                        .status())
                .isEqualTo(403);
        assertThat(SampleData.ndjson(api)
                        .as(Tokens.staff("H91", "agency-admin"))
                        .post("/api/v1/agencies/import", "{}")
                        .status())
                .isEqualTo(403);
    }

    private Answer csv(String file) {
        return SampleData.csv(api).post(path(), file);
    }

    private static String path() {
        return "/api/v1/agencies/H91/services/import";
    }

    private static String row(
            String code,
            String level,
            String eligibility,
            String reasonCode,
            String reasonText,
            String limit,
            String fee,
            String validFrom,
            String validTo) {
        return String.join(
                ",",
                code,
                "\"Thủ tục, có dấu phẩy\"",
                "PROVINCE",
                "Thử",
                "CITIZEN;ENTERPRISE",
                "32/2017/TT-BTTTT",
                level,
                eligibility,
                reasonCode,
                reasonText,
                "ONLINE;IN_PERSON",
                limit,
                "WORKING_DAY",
                fee,
                "000.00.01.H91",
                "Giấy phép",
                validFrom,
                validTo,
                "true",
                "test");
    }
}
