package io.motcua.dossier.forms;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.motcua.platform.history.Digest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The forms as data. A file {@code 01@2018-11-23.html} is Mẫu 01 for what is issued from that day on; the own directory's
 * files come before those that are shipped, and an agency's, in a directory of its name, before all others. A file without
 * a day, such as {@code letterhead.html}, is a part that others include.
 */
@Component
class Templates {

    private static final String SHIPPED = "classpath*:io/motcua/dossier/forms/*.html";
    private static final Pattern NAME = Pattern.compile("(?<form>[0-9]{2})@(?<since>\\d{4}-\\d{2}-\\d{2})\\.html");

    /** What a person fills in by hand, because we do not know it. */
    private static final String DOTS = "..............................";

    private final Map<String, NavigableMap<LocalDate, Form>> forms = new HashMap<>();
    private final Map<String, String> parts = new HashMap<>();

    /** @param name with a digest of the text, so that what a slip was drawn up from can be told years later */
    record Form(String name, Template template) {

        String fill(Map<String, Object> sheet) {
            return template.execute(sheet);
        }
    }

    private record File(String place, String name, String text) {}

    Templates(FormSettings settings) {
        var files = new TreeMap<String, File>();
        shipped().forEach(it -> files.put(it.name(), it));
        if (settings.templates() != null) {
            own(settings.templates()).forEach(it -> files.put(it.place() + it.name(), it));
        }
        files.values().stream()
                .filter(it -> !it.name().contains("@"))
                .forEach(it -> parts.put(it.place() + it.name(), it.text()));
        files.values().stream().filter(it -> it.name().contains("@")).forEach(this::keep);
    }

    /** The form that is in force for an agency on a day; for earlier days the first that there was. */
    Form of(String agency, String number, LocalDate day) {
        var own = forms.get(agency + "/" + number);
        var all = own == null ? forms.get("/" + number) : own;
        if (all == null) {
            throw new IllegalStateException("There is no template for Mẫu " + number);
        }
        var inForce = all.floorEntry(day);
        return (inForce == null ? all.firstEntry() : inForce).getValue();
    }

    private void keep(File file) {
        var name = NAME.matcher(file.name());
        if (!name.matches()) {
            throw new IllegalStateException(
                    "A template is called like 01@2018-11-23.html, not " + file.place() + file.name());
        }
        var place = file.place().isEmpty() ? "/" : file.place();
        forms.computeIfAbsent(place + name.group("form"), _ -> new TreeMap<>())
                .put(LocalDate.parse(name.group("since")), compiled(file));
    }

    private Form compiled(File file) {
        var compiler = Mustache.compiler()
                .escapeHTML(true)
                .defaultValue(DOTS)
                .emptyStringIsFalse(true)
                .withLoader(part -> new StringReader(part(file.place(), part)));
        try {
            var whole = file.place() + file.name() + "#"
                    + Digest.sha256(file.text()).substring(0, 12);
            return new Form(whole, compiler.compile(file.text()));
        } catch (MustacheException e) {
            throw new IllegalStateException(
                    "The template " + file.place() + file.name() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String part(String place, String name) {
        var own = parts.get(place + name + ".html");
        var shared = parts.get(name + ".html");
        if (own == null && shared == null) {
            throw new MustacheException("There is no part " + name);
        }
        return own == null ? String.valueOf(shared) : own;
    }

    private static List<File> shipped() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources(SHIPPED)).stream()
                    .map(it -> {
                        try {
                            return new File(
                                    "",
                                    String.valueOf(it.getFilename()),
                                    it.getContentAsString(StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<File> own(Path directory) {
        try (var found = Files.walk(directory, 2)) {
            return found.filter(it -> it.toString().endsWith(".html"))
                    .map(it -> new File(place(directory, it), name(it), text(it)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The templates in " + directory + " cannot be read", e);
        }
    }

    /** The agency's code with a slash, or nothing for what all share. */
    private static String place(Path directory, Path file) {
        var parent = directory.relativize(file).getParent();
        return parent == null ? "" : parent + "/";
    }

    private static String name(@Nullable Path file) {
        return file == null ? "" : String.valueOf(file.getFileName());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
