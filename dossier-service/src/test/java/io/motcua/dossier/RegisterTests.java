package io.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.dossier.codes.CodeStyle;
import io.motcua.dossier.forms.PdfA;
import io.motcua.dossier.testing.Catalogue;
import io.motcua.dossier.testing.DossierServiceTest;
import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.Api.Answer;
import io.motcua.platform.testing.Tokens;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Every number that a unit has given stands in its register, with its dossier or with the reason why there is none. */
class RegisterTests extends DossierServiceTest {

    private static final String REGISTERS = "/api/v1/agencies/H37/registers?unit=";

    @Autowired
    MongoTemplate mongo;

    @Test
    void a_dossier_is_a_line_from_receipt_to_return() throws IOException {
        var id = processing();
        putResult(id);
        decide("leader", id, "approval", Map.of("decisionNumber", "7/QĐ"));
        ok(command(staff("receptionist"), id, "return", Map.of("channel", "COUNTER")), 200);
        var code = dossier(id).path("code").asString();
        var day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        var period = Catalogue.UNIT + "&from=" + day.minusDays(1) + "&to=" + day;

        var csv = ok(as("auditor", "text/csv").get(REGISTERS + period), 200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv").containsIgnoringCase("utf-8");
        var line = lines(csv).stream()
                .filter(it -> it.get("Mã hồ sơ").equals(code))
                .findFirst()
                .orElseThrow();
        var today = day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        assertThat(line.get("Tên TTHC")).isEqualTo("Thủ tục " + Catalogue.BIRTH);
        assertThat(line.get("Tên cá nhân, tổ chức")).isEqualTo("Nông Thị Lan");
        assertThat(line.get("Địa chỉ, số điện thoại")).isEqualTo("Lạng Sơn, 84912000001");
        assertThat(line.get("Cơ quan chủ trì giải quyết")).isEqualTo("Sở Xây dựng");
        assertThat(line.get("Ngày nhận hồ sơ")).isEqualTo(today);
        assertThat(line.get("Ngày trả kết quả")).isEqualTo(today);
        assertThat(line.get("Phương thức nhận kết quả")).isEqualTo("Trực tiếp");
        assertThat(line.get("Ghi chú")).isEmpty();
        assertThat(lines(csv)).extracting(it -> it.get("Mã hồ sơ")).isSorted().doesNotHaveDuplicates();

        var pdf = ok(as("leader", "application/pdf, text/csv;q=0.5").get(REGISTERS + period), 200);
        Files.write(Files.createDirectories(Path.of("target/slips")).resolve("mau-06.pdf"), pdf.bytes());
        PdfA.assertConforms(pdf.bytes());
        assertThat(PdfA.text(pdf.bytes())).contains("SỔ THEO DÕI HỒ SƠ", "Cơ quan chủ trì giải quyết", "Nông Thị Lan");
    }

    @Test
    void a_number_without_a_dossier_says_why() {
        var day = LocalDate.of(2021, 7, 1);
        var draft = begin(Catalogue.CROWDED);
        var elsewhere = submitted();
        var series = CodeStyle.UNIT_FIRST.series(Catalogue.CROWDED_UNIT, day);
        mongo.insert(
                new Document("_id", series)
                        .append("next", 4L)
                        .append(
                                "pending",
                                List.of(
                                        new Document("dossier", "crashed").append("number", 2L),
                                        new Document("dossier", elsewhere).append("number", 3L))),
                "codeCounters");
        Stream.of(Map.entry(1, draft), Map.entry(4, elsewhere))
                .forEach(it -> mongo.insert(
                        new Document("_id", CodeStyle.UNIT_FIRST.code(Catalogue.CROWDED_UNIT, day, it.getKey()))
                                .append("agency", "H37")
                                .append("dossier", it.getValue()),
                        "codes"));

        var notes = lines(ok(
                        as("receptionist", "text/csv")
                                .get(REGISTERS + Catalogue.CROWDED_UNIT + "&from=2021-07-01&to=2021-07-31"),
                        200))
                .stream()
                .map(it -> it.get("Ghi chú"))
                .toList();

        assertThat(notes)
                .containsExactly(
                        "Đã cấp mã, hồ sơ chưa nộp xong",
                        "Bỏ số: hệ thống gián đoạn trong lúc cấp mã",
                        "Bỏ số: hồ sơ mang mã "
                                + dossier(elsewhere).path("code").asString() + " cấp cùng lúc",
                        "Đã cấp mã, hồ sơ chưa nộp xong");
    }

    @Test
    void a_register_is_the_offices_and_has_its_limits() {
        var july = REGISTERS + Catalogue.UNIT + "&from=2022-07-01&to=2022-07-31";
        mongo.insert(
                new Document("_id", CodeStyle.NATIONAL.series(Catalogue.UNIT, LocalDate.of(2022, 7, 2)))
                        .append("next", 203L)
                        .append("pending", List.of()),
                "codeCounters");

        mongo.insert(
                new Document("_id", CodeStyle.NATIONAL.series(Catalogue.UNIT, LocalDate.of(2022, 8, 2)))
                        .append("next", 20_001L)
                        .append("pending", List.of()),
                "codeCounters");

        assertThat(lines(ok(as("leader", "text/csv").get(july), 200))).hasSize(203);
        var last = ok(as("leader", "application/pdf").get(july + "&volume=2"), 200);
        assertThat(PdfA.text(last.bytes()))
                .contains("Quyển số 2/2", "20220702-0000203")
                .doesNotContain("-0000200");
        assertThat(last.header("Link")).isEmpty();
        refused(as("leader", "application/pdf").get(july + "&volume=3"), 400, "invalid-parameter");
        refused(as("leader", "text/csv").get(july.replace("-07-", "-08-")), 422, "register-too-long");
        refused(as("leader", "image/png").get(july), 406, "not-acceptable");
        refused(staff("leader").get(REGISTERS + "000.00.99.H37&from=2022-07-01&to=2022-07-31"), 422, "unit-unknown");
        for (var wrong : List.of(
                "&from=2022-07-31&to=2022-07-01", "&from=2022-01-01&to=2023-01-02", "&from=x&to=2022-07-01", "")) {
            refused(staff("leader").get(REGISTERS + Catalogue.UNIT + wrong), 400, "invalid-parameter");
        }
        refused(citizen().get(july), 403, "forbidden");
        refused(api.as(Tokens.staff("H34", "leader")).get(july), 403, "forbidden");
        refused(api.get(july), 401, "unauthenticated");
    }

    private Api as(String role, String accept) {
        return staff(role).header("Accept", accept);
    }

    private static List<CSVRecord> lines(Answer csv) {
        var text = new String(csv.bytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\ufeffSTT,");
        try (var parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text.substring(1)))) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
