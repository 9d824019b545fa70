package io.motcua.dossier.registers;

import io.motcua.dossier.forms.Forms;
import io.motcua.dossier.forms.Words;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A register as Mẫu 06, or as CSV for spreadsheets. */
@Component
public class RegisterSheets {

    /** Lines of a printed volume (quyển): a quarter of a megabyte of memory each while it is set, and 30 ms. */
    public static final int VOLUME = 200;

    /** One after the other: two long ones at once would take the memory of everything else. */
    private final Semaphore press = new Semaphore(1);

    private final Forms forms;
    private final Clock clock;

    RegisterSheets(Forms forms, Clock clock) {
        this.forms = forms;
        this.clock = clock;
    }

    /** How many volumes it takes; an empty register is one. */
    public static int volumes(Register register) {
        return Math.max(1, (register.lines().size() + VOLUME - 1) / VOLUME);
    }

    /** @param volume counts from 1 */
    public static List<Register.Line> lines(Register register, int volume) {
        var first = (volume - 1) * VOLUME;
        var lines = register.lines();
        return lines.subList(first, Math.min(lines.size(), first + VOLUME));
    }

    /** @param volume counts from 1 */
    public byte[] pdf(Register register, int volume) {
        var sheet = new HashMap<String, Object>();
        sheet.put("title", "Sổ theo dõi hồ sơ");
        sheet.put("form", "06");
        sheet.put("government", Words.capitals(register.government()));
        sheet.put("unit", Words.capitals(register.unitName()));
        sheet.put("desk", register.unitName());
        sheet.put("code", register.unit());
        sheet.put("from", Words.figures(register.from()));
        sheet.put("to", Words.figures(register.to()));
        sheet.put("count", register.lines().size() - register.gaps());
        sheet.put("gaps", register.gaps());
        sheet.put("volume", volume);
        sheet.put("volumes", volumes(register));
        sheet.put(
                "lines",
                lines(register, volume).stream().map(RegisterSheets::cells).toList());
        press.acquireUninterruptibly();
        try {
            return forms.print(register.agency(), "06", Words.date(clock.instant()), sheet)
                    .pdf();
        } finally {
            press.release();
        }
    }

    private static Map<String, Object> cells(Register.Line line) {
        var cells = new HashMap<String, Object>();
        cells.put("n", line.number());
        cells.put("code", line.code());
        cells.put("service", blank(line.service()));
        cells.put("sets", "");
        cells.put("applicant", blank(line.applicant()));
        cells.put("contact", blank(line.contact()));
        cells.put("handlingUnit", blank(line.handlingUnit()));
        cells.put("receivedOn", blank(line.receivedOn()));
        cells.put("dueOn", blank(line.dueOn()));
        cells.put("handedOverOn", blank(line.handedOverOn()));
        cells.put("resultOn", blank(line.resultOn()));
        cells.put("returnedOn", blank(line.returnedOn()));
        cells.put("returnedBy", blank(line.returnedBy()));
        cells.put("note", blank(line.note()));
        return cells;
    }

    /** A cell that is empty in a register is empty: what is not known yet is written in by hand. */
    private static String blank(@Nullable String text) {
        var printable = Words.printable(text);
        return printable == null ? "" : printable;
    }
}
