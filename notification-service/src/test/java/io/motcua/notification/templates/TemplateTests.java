package io.motcua.notification.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTests {
    private static final Templates TEMPLATES = TemplateConfiguration.templates();
    private static final String CODE = "000.00.15.H37-210608-0001";

    /** The values that an SMS may show: none of them is a name or says who somebody is. */
    private static final Set<String> FIT_FOR_SMS =
            Set.of("code", "at", "due", "amount", "deadline", "expires", "items", "url");

    static Stream<Arguments> every_template_in_every_language() {
        return TEMPLATES.all().stream()
                .flatMap(template -> Stream.of(Language.values()).map(language -> Arguments.of(template, language)));
    }

    @Test
    void there_is_a_template_for_every_occasion() {
        assertThat(TEMPLATES.keys())
                .containsExactlyInAnyOrder(
                        "dossier-submitted",
                        "dossier-submitted-by-staff",
                        "dossier-accepted",
                        "dossier-refused",
                        "supplement-requested",
                        "draft-expiring",
                        "payment-due",
                        "payment-confirmed",
                        "payment-failed",
                        "apology-issued",
                        "dossier-due-soon",
                        "dossier-overdue",
                        "dossier-approved",
                        "dossier-returned",
                        "dossier-stopped",
                        "withdrawal-requested");
    }

    @ParameterizedTest
    @MethodSource("every_template_in_every_language")
    void usual_values_make_a_mail_and_an_sms_that_name_the_dossier(Template template, Language language) {
        var notice = notice(template, language, usual(template, language));

        assertThat(notice.subject()).contains(CODE).hasSizeLessThan(100).doesNotContain("{", "[");
        assertThat(notice.body()).contains(CODE).doesNotContain("{", "}", "[", "]");
        assertThat(notice.sms()).contains(CODE).doesNotContain("{", "}", "...").matches("[ -~]{1,160}");
    }

    @ParameterizedTest
    @MethodSource("every_template_in_every_language")
    void the_longest_values_still_make_one_sms(Template template, Language language) {
        var values = new HashMap<String, String>();
        template.values().keySet().forEach(name -> values.put(name, "Giấy tờ rất dài, ".repeat(60)));
        values.put("code", "123.456.789.H37-20210608-0000001");
        values.put("url", "https://dichvucong.langson.gov.vn/tra-cuu-ho-so/123.456.789.H37-20210608-0000001");
        values.replaceAll((name, value) -> switch (name) {
            case "at", "due", "deadline", "expires" -> "17:30 30/12/2021";
            case "amount" -> "1.234.567.890.000 đồng";
            default -> value;
        });

        assertThat(notice(template, language, values).sms())
                .contains("123.456.789.H37-20210608-0000001")
                .matches("[ -~]{1,160}");
    }

    @ParameterizedTest
    @MethodSource("every_template_in_every_language")
    void optional_values_may_be_absent(Template template, Language language) {
        var values = new HashMap<>(usual(template, language));
        template.values().forEach((name, kind) -> {
            if (kind == ValueKind.OPTIONAL) {
                values.remove(name);
            }
        });

        var notice = notice(template, language, values);

        assertThat(notice.subject() + notice.body() + notice.sms()).doesNotContain("{", "[");
    }

    @ParameterizedTest
    @MethodSource("every_template_in_every_language")
    void an_sms_shows_no_value_that_could_say_who_somebody_is(Template template, Language language) {
        var sms = template.wording(language).sms();

        assertThat(FIT_FOR_SMS).containsAll(sms.required()).containsAll(sms.optional());
    }

    @ParameterizedTest
    @MethodSource("every_template_in_every_language")
    void the_words_themselves_of_an_sms_need_no_accents(Template template, Language language) {
        var marked = new HashMap<String, String>();
        template.values().keySet().forEach(name -> marked.put(name, "x"));

        assertThat(template.wording(language).sms().render(marked)).matches("[ -~]+");
    }

    @Test
    void the_wording_is_that_of_the_agencies() {
        var values = Map.of(
                "code", CODE,
                "service", "Đăng ký thường trú",
                "due", "17:30 17/06/2021",
                "deadline", "17:30 20/06/2021",
                "items", "Ảnh 3x4; Tờ khai",
                "reason", "quá tải",
                "url", "https://motcua.example/x");

        assertThat(sms("dossier-accepted", Language.VI, values))
                .isEqualTo("Ho so " + CODE
                        + " da duoc tiep nhan. Hen tra: 17:30 17/06/2021. Tra cuu: https://motcua.example/x");
        assertThat(sms("dossier-accepted", Language.EN, values))
                .isEqualTo(
                        "Dossier " + CODE + " accepted. Result due 17:30 17/06/2021. Track: https://motcua.example/x");
        assertThat(sms("supplement-requested", Language.VI, values))
                .isEqualTo("Ho so " + CODE + " can bo sung truoc 17:30 20/06/2021: Anh 3x4; To khai");
        assertThat(sms("supplement-requested", Language.EN, values))
                .isEqualTo("Dossier " + CODE + " needs, by 17:30 20/06/2021: Anh 3x4; To khai");
        assertThat(sms("apology-issued", Language.VI, values))
                .isEqualTo("Xin loi vi tre hen ho so " + CODE + ". Ngay hen moi: 17:30 17/06/2021");
        assertThat(sms("apology-issued", Language.EN, values))
                .isEqualTo("Sorry, dossier " + CODE + " is late. New date 17:30 17/06/2021");
    }

    @Test
    void numbers_that_an_officer_typed_stay_out_of_the_sms_but_not_out_of_the_mail() {
        var values = Map.of(
                "code", CODE,
                "service", "Đăng ký thường trú",
                "items", "CCCD 020190001234, CMND 082 345 678; Mẫu 01",
                "url", "https://motcua.example/x");

        var notice = TEMPLATES.notice("supplement-requested", 1, Language.VI, values);

        assertThat(notice.sms()).endsWith("can bo sung: CCCD ***, CMND ***; Mau 01");
        assertThat(notice.body()).contains("CCCD 020190001234");
    }

    @Test
    void a_long_list_is_shortened_and_the_deadline_stays() {
        var values = Map.of(
                "code", CODE,
                "service", "Đăng ký thường trú",
                "deadline", "17:30 20/06/2021",
                "items", "Giấy tờ chứng minh chỗ ở hợp pháp; ".repeat(9),
                "url", "https://motcua.example/x");

        assertThat(sms("supplement-requested", Language.VI, values))
                .startsWith("Ho so " + CODE + " can bo sung truoc 17:30 20/06/2021: Giay to chung minh")
                .endsWith("...")
                .hasSizeBetween(155, 160);
    }

    @Test
    void a_line_break_in_a_value_forges_no_mail_header() {
        var values = Map.of(
                "code", CODE + "\r\nBcc: everybody@example.vn",
                "service", "x",
                "due", "x",
                "url", "x");

        assertThat(TEMPLATES.notice("dossier-accepted", 1, Language.EN, values).subject())
                .doesNotContain("\r", "\n");
    }

    @Test
    void a_message_follows_the_version_of_its_day() {
        var templates = new Templates(List.of(
                template(1, LocalDate.of(2021, 1, 1)),
                template(2, LocalDate.of(2026, 7, 1)),
                template(3, LocalDate.of(2026, 7, 1))));

        assertThat(templates.inForce("some", LocalDate.of(2026, 6, 30))).isEqualTo(1);
        assertThat(templates.inForce("some", LocalDate.of(2026, 7, 1))).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> templates.inForce("some", LocalDate.of(2020, 12, 31)));
        assertThat(templates.notice("some", 1, Language.EN, Map.of()).subject()).isEqualTo("version 1");
    }

    @Test
    void a_broken_template_is_refused_when_it_is_read() {
        assertThatIllegalArgumentException().isThrownBy(() -> Text.parse("open [ bracket"));
        assertThatIllegalArgumentException().isThrownBy(() -> Text.parse("bracket ] closed"));
        assertThatIllegalArgumentException()
                .as("undeclared")
                .isThrownBy(() -> template(1, LocalDate.EPOCH, Map.of(), "{code}"));
        assertThatIllegalArgumentException()
                .as("an optional value where it cannot be left out")
                .isThrownBy(() -> template(1, LocalDate.EPOCH, Map.of("code", ValueKind.OPTIONAL), "{code}"));
        assertThatIllegalArgumentException()
                .as("twice the same version")
                .isThrownBy(() -> new Templates(
                        List.of(template(1, LocalDate.of(2021, 1, 1)), template(1, LocalDate.of(2022, 1, 1)))));
    }

    private static String sms(String key, Language language, Map<String, String> values) {
        return TEMPLATES.notice(key, 1, language, values).sms();
    }

    private static Notice notice(Template template, Language language, Map<String, String> values) {
        return TEMPLATES.notice(template.key(), template.version(), language, values);
    }

    private static Map<String, String> usual(Template template, Language language) {
        var time = language == Language.VI ? "17:30 17/06/2021" : "17:30 17 Jun 2021";
        var usual = new HashMap<String, String>();
        template.values()
                .forEach((name, _) -> usual.put(
                        name,
                        switch (name) {
                            case "code" -> CODE;
                            case "url" -> "http://localhost:8080/api/v1/lookup/" + CODE;
                            case "amount" -> language == Language.VI ? "10.000 đồng" : "10,000 VND";
                            case "at", "due", "deadline", "expires" -> time;
                            case "items" -> "Ảnh 3x4";
                            default -> "Đăng ký thường trú";
                        }));
        return usual;
    }

    private static Template template(int version, LocalDate validFrom) {
        return template(version, validFrom, Map.of(), "version " + version);
    }

    private static Template template(int version, LocalDate validFrom, Map<String, ValueKind> values, String text) {
        var wording = new Wording(Text.parse(text), Text.parse(text), Text.parse(text));
        return new Template("some", version, validFrom, values, Map.of(Language.VI, wording, Language.EN, wording));
    }
}
