package io.motcua.dossier.export;

import io.motcua.dossier.attachments.Contents;
import io.motcua.dossier.attachments.Papers;
import io.motcua.dossier.casework.Dossier;
import io.motcua.dossier.casework.Dossiers;
import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.Place;
import io.motcua.dossier.casework.Reading;
import io.motcua.dossier.casework.Readings;
import io.motcua.platform.history.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all that this service holds on a person as one archive: a folder for each dossier, with its data as JSON, its papers,
 * result and slips. It is read while it is written, so it takes no room, however many papers there are.
 */
@Service
public class Export {

    private static final int PAGE = 50;

    private final Dossiers dossiers;
    private final Readings readings;
    private final Contents contents;
    private final Papers papers;
    private final Clock clock;
    private final JsonMapper json;

    Export(Dossiers dossiers, Readings readings, Contents contents, Papers papers, Clock clock, JsonMapper json) {
        this.dossiers = dossiers;
        this.readings = readings;
        this.contents = contents;
        this.papers = papers;
        this.clock = clock;
        this.json = json;
    }

    public void write(String person, OutputStream out) throws IOException {
        var owner = new Party(person, Set.of(), 0);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            int count = 0;
            Place last = null;
            for (var page = dossiers.ofPerson(person, last, PAGE);
                    !page.isEmpty();
                    page = dossiers.ofPerson(person, last, PAGE)) {
                for (var it : page) {
                    write(it, owner, zip);
                    count++;
                }
                last = new Place(page.getLast().createdAt(), page.getLast().id());
            }
            // Last, so that an archive that broke off is known by its absence.
            document(
                    zip,
                    "export.json",
                    Map.of(
                            "format",
                            "motcua-export/1",
                            "exportedAt",
                            clock.instant(),
                            "person",
                            person,
                            "dossiers",
                            count,
                            "elsewhere",
                            List.of("/api/v1/me/inbox")));
        }
    }

    private void write(Snapshot<Dossier> snapshot, Party owner, ZipOutputStream zip) throws IOException {
        var dossier = snapshot.state();
        var folder = dossier.agency() + "-" + dossier.id() + "/";
        var history = dossiers.history(dossier.agency(), dossier.id(), owner.audiences());
        var held = Held.of(snapshot, owner, json.readTree(dossier.form()), history, accesses(dossier));
        document(zip, folder + "dossier.json", held);
        if (dossier.erasedAt() != null) {
            return;
        }
        for (var it : dossier.attachments()) {
            if (papers.waits(it.content())) {
                continue;
            }
            content(zip, folder + "papers/" + it.id() + "-" + it.name(), dossier.agency(), it.content());
        }
        var result = dossier.resultFor(owner);
        if (result != null) {
            content(zip, folder + "result/" + result.id() + "-" + result.name(), dossier.agency(), result.id());
        }
        for (var it : dossier.slipsFor(owner)) {
            var file = it.file();
            if (file != null) {
                content(
                        zip,
                        folder + "slips/mau-" + it.form().number() + "-" + it.id() + ".pdf",
                        dossier.agency(),
                        file.content());
            }
        }
    }

    private List<Reading> accesses(Dossier dossier) {
        return all((after, limit) -> readings.ofDossier(dossier.agency(), dossier.id(), after, limit));
    }

    private static List<Reading> all(BiFunction<@Nullable Place, Integer, List<Reading>> pages) {
        var all = new ArrayList<Reading>();
        for (var page = pages.apply(null, PAGE); !page.isEmpty(); ) {
            all.addAll(page);
            var last = page.getLast();
            page = pages.apply(new Place(last.at(), last.id()), PAGE);
        }
        return all;
    }

    private void document(ZipOutputStream zip, String name, Object value) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
        zip.closeEntry();
    }

    private void content(ZipOutputStream zip, String name, String agency, String id) throws IOException {
        var found = contents.open(agency, id);
        if (found.isPresent()) {
            try (var bytes = found.get()) {
                zip.putNextEntry(new ZipEntry(name));
                bytes.transferTo(zip);
                zip.closeEntry();
            }
        }
    }
}
