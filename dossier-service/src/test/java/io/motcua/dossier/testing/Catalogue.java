package io.motcua.dossier.testing;

import io.motcua.events.EventType;
import io.motcua.events.Money;
import io.motcua.events.Names;
import io.motcua.events.TimeLimit;
import io.motcua.events.Topics;
import io.motcua.events.catalog.AgencyRecorded;
import io.motcua.events.catalog.CalendarRecorded;
import io.motcua.events.catalog.ChannelTerms;
import io.motcua.events.catalog.Component;
import io.motcua.events.catalog.Fee;
import io.motcua.events.catalog.OpeningHours;
import io.motcua.events.catalog.ProcedureVersionRecorded;
import io.motcua.events.catalog.UnitRecorded;
import io.motcua.platform.testing.Events;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalogue tells: an agency with one procedure of every kind that matters here. */
public final class Catalogue {

    /** 10,000 đ online at intake; the form CT01 is required, CT02 is not. */
    public static final String RESIDENCE = "1.004222";

    /** Free, no papers; at the counter, too. */
    public static final String BIRTH = "1.001193";

    public static final String ONLINE_ONLY = "LS-ON-01";
    public static final String ENDED = "LS-OLD-01";
    public static final String WITHDRAWN = "LS-WD-01";
    public static final String STRICT = "LS-LOA-01";

    /** Free, no papers, with a schema of its form. */
    public static final String FORMAL = "LS-FORM-01";

    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String FORM = """
            {"type":"object","required":["name","copies"],"additionalProperties":false,"properties":{
              "name":{"type":"string","minLength":2,"maxLength":100},
              "copies":{"$ref":"#/$defs/count"},
              "born":{"type":"string","format":"date"},
              "purpose":{"enum":["STUDY","WORK"]},
              "children":{"type":"array","maxItems":3,"items":{"type":"object","required":["name"]}}},
             "$defs":{"count":{"type":"integer","minimum":1,"maximum":20}}}""";

    /** Free, with a unit of its own, so that its codes are nobody else's. */
    public static final String CROWDED = "LS-CC-01";

    public static final String UNIT = "000.00.15.H37";
    public static final String CROWDED_UNIT = "000.00.77.H37";

    private static final LocalDate SINCE = LocalDate.of(2021, 1, 1);

    private Catalogue() {}

    public static void publish(Events events) {
        put(
                events,
                "H37",
                "H37",
                AgencyRecorded.TYPE,
                new AgencyRecorded("H37", new Names("Tỉnh Lạng Sơn", "Lạng Sơn"), "PROVINCE", Map.of(), SINCE, null));
        put(
                events,
                "H34",
                "H34",
                AgencyRecorded.TYPE,
                new AgencyRecorded("H34", new Names("Tỉnh Bến Tre", "Bến Tre"), "PROVINCE", Map.of(), SINCE, null));
        for (var unit : List.of(UNIT, CROWDED_UNIT)) {
            put(
                    events,
                    "H37/" + unit,
                    "H37",
                    UnitRecorded.TYPE,
                    new UnitRecorded(
                            "H37",
                            unit,
                            new Names("Sở Xây dựng", "Construction"),
                            null,
                            List.of(),
                            "PROVINCE",
                            SINCE,
                            null));
        }
        put(
                events,
                "H37/default",
                "H37",
                CalendarRecorded.TYPE,
                new CalendarRecorded(
                        "H37", "default", "Asia/Ho_Chi_Minh", alwaysOpen(), List.of(), List.of(), SINCE, null));
        for (var procedure : procedures()) {
            put(
                    events,
                    "H37/" + procedure.code() + "/" + procedure.version(),
                    "H37",
                    ProcedureVersionRecorded.TYPE,
                    procedure);
        }
    }

    /** Withdraws it, as of now. */
    public static void withdraw(Events events, String code) {
        put(
                events,
                "H37/" + code + "/1",
                "H37",
                ProcedureVersionRecorded.TYPE,
                procedure(code, "WITHDRAWN", "ANY", List.of(), List.of(), UNIT, 0, null),
                2);
    }

    /** Publishes a procedure without fee and papers. */
    public static void publish(Events events, String code) {
        put(
                events,
                "H37/" + code + "/1",
                "H37",
                ProcedureVersionRecorded.TYPE,
                procedure(code, "PUBLISHED", "ANY", List.of(), List.of(), UNIT, 0, null));
    }

    private static List<ProcedureVersionRecorded> procedures() {
        var papers = List.of(
                new Component("CT01", "Tờ khai thay đổi thông tin cư trú", 1, 0, true, null),
                new Component(
                        "CT02",
                        "Giấy tờ chứng minh chỗ ở",
                        0,
                        1,
                        false,
                        List.of("application/pdf", "image/png", "image/jpeg", DOCX)));
        var fee = List.of(new Fee("FEE", "Lệ phí đăng ký thường trú", Money.dong(10_000), "INTAKE", null));
        return List.of(
                procedure(RESIDENCE, "PUBLISHED", "ANY", fee, papers, UNIT, 0, null),
                procedure(BIRTH, "PUBLISHED", "ANY", List.of(), List.of(), UNIT, 0, null),
                procedure(ONLINE_ONLY, "PUBLISHED", "ONLINE_ONLY", List.of(), List.of(), UNIT, 0, null),
                procedure(ENDED, "PUBLISHED", "ANY", List.of(), List.of(), UNIT, 0, LocalDate.of(2025, 6, 30)),
                procedure(WITHDRAWN, "WITHDRAWN", "ANY", List.of(), List.of(), UNIT, 0, null),
                procedure(STRICT, "PUBLISHED", "ANY", List.of(), List.of(), UNIT, 2, null),
                procedure(FORMAL, "PUBLISHED", "ANY", List.of(), List.of(), UNIT, 0, null),
                procedure(CROWDED, "PUBLISHED", "ANY", List.of(), List.of(), CROWDED_UNIT, 0, null));
    }

    private static ProcedureVersionRecorded procedure(
            String code,
            String status,
            String intake,
            List<Fee> onlineFees,
            List<Component> papers,
            String unit,
            int identityLevel,
            @Nullable LocalDate validTo) {
        var limit = new TimeLimit(7, "WORKING_DAY");
        return new ProcedureVersionRecorded(
                "H37",
                code,
                1,
                status,
                new Names("Thủ tục " + code, "Procedure " + code),
                "COMMUNE",
                "RESIDENCE",
                List.of("CITIZEN"),
                "32/2017/TT-BTTTT",
                "4",
                "ELIGIBLE",
                intake,
                List.of(
                        new ChannelTerms("ONLINE", limit, onlineFees, null),
                        new ChannelTerms("IN_PERSON", limit, List.of(), null)),
                papers,
                unit,
                "default",
                new Names("Giấy xác nhận", "Confirmation"),
                identityLevel,
                SINCE,
                validTo,
                true,
                code.equals(FORMAL) ? FORM : null);
    }

    private static List<OpeningHours> alwaysOpen() {
        var hours = new ArrayList<OpeningHours>();
        for (var day : DayOfWeek.values()) {
            hours.add(new OpeningHours(day, LocalTime.of(0, 0), LocalTime.of(23, 59)));
        }
        return hours;
    }

    private static <T> void put(Events events, String key, String agency, EventType<T> type, T payload) {
        put(events, key, agency, type, payload, 1);
    }

    private static <T> void put(Events events, String key, String agency, EventType<T> type, T payload, long sequence) {
        events.publish(Topics.CATALOG, key, type.name(), agency, sequence, payload);
    }
}
