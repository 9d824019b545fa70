package io.motcua.dossier.forms;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Fills official forms. */
@Service
public class Forms {

    private final Templates templates;
    private final Press press;

    Forms(Templates templates, Press press) {
        this.templates = templates;
        this.press = press;
    }

    /** @param template the name and the digest of the template that was filled */
    public record Printed(byte[] pdf, String template) {}

    /**
     * @param number the form's (mẫu số)
     * @param day whose form it is to be: forms change by decree
     */
    public Printed print(String agency, String number, LocalDate day, Map<String, Object> sheet) {
        var form = templates.of(agency, number, day);
        return new Printed(press.pdf(form.fill(sheet)), form.name());
    }
}
