package io.motcua.dossier.slips;

import io.motcua.dossier.casework.Attachment;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Slip;
import io.motcua.dossier.forms.QrCode;
import io.motcua.dossier.forms.Words;
import io.motcua.dossier.lookup.LookupSecrets;
import io.motcua.dossier.procedures.Paper;
import io.motcua.dossier.procedures.Procedures;
import io.motcua.events.Names;
import io.motcua.platform.history.Entry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What a form is filled with. What happened comes from the history entry of the decision, so that a form that is drawn up
 * late still says what was decided then; what nobody has told us stays a dotted line.
 */
@Component
class Sheets {

    private static final String DESK = "Bộ phận Tiếp nhận và Trả kết quả";
    private static final String CENTRE = "Trung tâm Phục vụ hành chính công";

    private final Procedures procedures;
    private final LookupSecrets secrets;
    private final SlipSettings settings;

    Sheets(Procedures procedures, LookupSecrets secrets, SlipSettings settings) {
        this.procedures = procedures;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** @param past the history up to the decision that owes the slip, which is its last entry */
    Map<String, Object> of(Dossier dossier, Slip slip, List<Entry> past) {
        var sheet = new HashMap<String, Object>();
        letterhead(sheet, dossier, slip);
        matter(sheet, dossier);
        var data = past.getLast().data();
        switch (slip.form()) {
            case RECEIPT -> {
                put(sheet, "acceptedAt", Words.moment(instant(data, "acceptedAt")));
                put(sheet, "dueAt", Words.moment(instant(data, "dueAt")));
                sheet.put("papers", numbered(papers(dossier)));
                sheet.put("secret", secrets.of(dossier.id()));
            }
            case SUPPLEMENT_REQUEST -> {
                sheet.put("items", numbered(texts(data, "items")));
                put(sheet, "deadline", Words.moment(instant(data, "deadline")));
            }
            case REFUSAL -> put(sheet, "reason", text(data, "reason"));
            case APOLOGY -> {
                put(
                        sheet,
                        "acceptedOn",
                        Words.sentence(Words.day(dossier.milestones().acceptedAt())));
                put(sheet, "dueAt", Words.moment(dossier.milestones().dueAt()));
                put(sheet, "reason", text(data, "reason"));
                put(sheet, "newDueAt", Words.moment(instant(data, "newDueAt")));
            }
            case CONTROL -> {
                var assignment = dossier.assignment();
                put(sheet, "handlingUnit", assignment == null ? null : unit(dossier, assignment.unit()));
                sheet.put("rows", new Handovers(dossier, desk(dossier), it -> unit(dossier, it)).rows(past));
            }
        }
        return sheet;
    }

    private void letterhead(Map<String, Object> sheet, Dossier dossier, Slip slip) {
        var code = Objects.requireNonNull(dossier.code(), "a dossier that owes slips has a code");
        var url = settings.trackingUrl().replace("{code}", URLEncoder.encode(code, StandardCharsets.UTF_8));
        var unit = unit(dossier, dossier.terms().unit());
        var agency = procedures.agency(dossier.agency()).map(Names::vi).orElse(dossier.agency());
        put(sheet, "government", Words.capitals(Words.government(agency)));
        put(sheet, "unit", Words.capitals(unit));
        sheet.put("centre", isCentre(unit));
        put(sheet, "desk", desk(dossier));
        put(sheet, "code", code);
        put(sheet, "url", url);
        sheet.put("qr", QrCode.dataUri(url));
        put(sheet, "issuedOn", Words.day(slip.issuedAt()));
        put(sheet, "title", slip.form().names().vi());
        put(sheet, "form", slip.form().number());
    }

    private static void matter(Map<String, Object> sheet, Dossier dossier) {
        var applicant = dossier.applicant();
        put(sheet, "applicant", applicant.name());
        put(sheet, "address", applicant.address());
        put(sheet, "phone", applicant.phone());
        put(sheet, "email", applicant.email());
        put(sheet, "service", dossier.terms().names().vi());
        put(sheet, "serviceCode", dossier.terms().service());
        put(sheet, "limit", Words.limit(dossier.terms().limit()));
    }

    private String desk(Dossier dossier) {
        var unit = unit(dossier, dossier.terms().unit());
        return isCentre(unit) ? unit : DESK + " " + unit;
    }

    /** A centre receives for all; at any other unit a desk does. */
    private static boolean isCentre(String unit) {
        return unit.startsWith(CENTRE) || unit.startsWith(DESK);
    }

    private String unit(Dossier dossier, String unit) {
        return procedures.unit(dossier.agency(), unit).map(Names::vi).orElse(unit);
    }

    /** As the procedure calls them, each once, in the order of its list. */
    private static List<String> papers(Dossier dossier) {
        var given = dossier.attachments().stream().map(Attachment::component).collect(Collectors.toSet());
        return dossier.terms().papers().stream()
                .filter(it -> given.contains(it.id()))
                .map(Paper::name)
                .toList();
    }

    private static List<Map<String, Object>> numbered(List<String> texts) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var text : texts) {
            var line = new HashMap<String, Object>();
            line.put("n", lines.size() + 1);
            put(line, "text", text);
            lines.add(line);
        }
        return lines;
    }

    private static void put(Map<String, Object> sheet, String name, @Nullable String value) {
        var printable = Words.printable(value);
        if (printable != null && !printable.isBlank()) {
            sheet.put(name, printable);
        }
    }

    static @Nullable String text(@Nullable JsonNode data, String field) {
        return data == null ? null : data.path(field).asString(null);
    }

    private static List<String> texts(@Nullable JsonNode data, String field) {
        return data == null
                ? List.of()
                : data.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static @Nullable Instant instant(@Nullable JsonNode data, String field) {
        var text = text(data, field);
        return text == null ? null : Instant.parse(text);
    }
}
