package io.motcua.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** On an export of the platform: {@code ProofTests} of dossier-service writes it anew with {@code -Dproof.write=true}. */
class VerifierTests {

    private static final Path SAMPLES = Path.of("src/test/resources");

    @TempDir
    Path folder;

    @Test
    void a_sound_export_holds() {
        assertThat(check(_ -> {}).broken()).isEmpty();
        assertThat(check(_ -> {}).lines()).anyMatch(it -> it.contains("holds    anchor of"));
    }

    /** Each field of each disclosed entry, one after the other. */
    @Test
    void whatever_is_altered_in_an_entry_is_found() {
        var entries = sample("proof.json").path("entries");
        for (int at = 0; at < entries.size(); at++) {
            int place = at;
            for (var name : entries.get(at).propertyNames()) {
                if (name.equals("audience")) {
                    continue; // not covered by the hash; docs/proof.md says so
                }
                var findings =
                        check(proof -> alter((ObjectNode) proof.path("entries").get(place), name));
                assertThat(findings.sound()).as("entry %d, %s", place + 1, name).isFalse();
            }
        }
    }

    @Test
    void a_removed_a_repeated_and_an_exchanged_entry_are_found() {
        int last = sample("proof.json").path("entries").size() - 1;
        for (int at = 0; at < last; at++) {
            int place = at;
            assertThat(check(it -> entries(it).remove(place)).sound()).isFalse();
            assertThat(check(it -> entries(it).insert(place, entries(it).get(place)))
                            .sound())
                    .isFalse();
        }
        assertThat(check(it -> entries(it).insert(0, entries(it).remove(1))).sound())
                .isFalse();
    }

    /** Without the anchor it would be an older proof, and a true one. */
    @Test
    void an_end_that_an_anchor_covers_cannot_be_cut_off() {
        var findings = check(it -> {
            int covered = it.path("anchors").get(0).path("seq").asInt();
            while (entries(it).size() >= covered) {
                entries(it).remove(entries(it).size() - 1);
            }
        });
        assertThat(findings.broken()).anyMatch(it -> it.contains("which is not there"));
    }

    @Test
    void an_anchor_that_nobody_trusted_has_signed_is_found() {
        var foreign = (ObjectNode) Digests.JSON.readTree("""
                {"keys": [{"kty": "EC", "crv": "P-256", "kid": "anchors-of-tests",
                  "x": "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY", "y": "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"}]}""");
        assertThat(Verifier.check(sample("proof.json"), foreign, sample("anchors.json"))
                        .broken())
                .anyMatch(it -> it.contains("signed by none of the keys"));
    }

    @Test
    void another_anchor_than_the_published_one_is_found() {
        var kept = sample("anchors.json");
        for (var it : kept.path("items")) {
            ((ObjectNode) it).put("jws", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA");
        }
        assertThat(Verifier.check(sample("proof.json"), sample("keys.json"), kept)
                        .broken())
                .anyMatch(it -> it.contains("another one was published"));
    }

    @Test
    void a_path_of_another_place_does_not_lead_to_the_root() {
        assertThat(check(it -> {
                            var covering = (ObjectNode) it.path("anchors").get(0);
                            covering.put("index", covering.path("index").asLong() + 1);
                        })
                        .sound())
                .isFalse();
        assertThat(check(it -> ((ArrayNode) it.path("anchors").get(0).path("path")).removeAll())
                        .sound())
                .isFalse();
    }

    @Test
    void without_anchors_it_says_what_it_cannot_tell() {
        var findings = check(it -> ((ArrayNode) it.path("anchors")).removeAll());
        assertThat(findings.sound()).isTrue();
        assertThat(findings.open()).anyMatch(it -> it.contains("no anchor covers them"));
        assertThat(Verifier.check(sample("proof.json"), null, null).open()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void what_is_no_proof_is_called_unreadable() throws IOException {
        for (var text : List.of("", "[]", "{}", "{\"format\":\"motcua-proof/1\"}", "no json", "{\"format\":7}")) {
            var file = Files.writeString(folder.resolve("odd.json"), text);
            var out = new StringBuilder();
            assertThat(Verifier.run(List.of(file.toString()), out)).as(text).isEqualTo(Verifier.UNREADABLE);
            assertThat(out).endsWith("verifier: unreadable\n");
        }
        assertThat(Verifier.run(List.of(), new StringBuilder())).isEqualTo(Verifier.UNREADABLE);
        assertThat(Verifier.run(List.of("proof.json", "--frobnicate", "x"), new StringBuilder()))
                .isEqualTo(Verifier.UNREADABLE);
        assertThat(Verifier.run(List.of(folder.resolve("absent.json").toString()), new StringBuilder()))
                .isEqualTo(Verifier.UNREADABLE);
    }

    private static Findings check(Consumer<ObjectNode> change) {
        var proof = sample("proof.json");
        change.accept(proof);
        return Verifier.check(proof, sample("keys.json"), sample("anchors.json"));
    }

    private static void alter(ObjectNode entry, String name) {
        switch (entry.get(name)) {
            case JsonNode number when number.isIntegralNumber() -> entry.put(name, number.asLong() + 1);
            case ObjectNode object when name.equals("actor") -> object.put("role", "somebody else");
            case ObjectNode object -> object.put("added", true);
            case JsonNode text -> {
                var characters = new StringBuilder(text.asString());
                characters.setCharAt(0, characters.charAt(0) == 'a' ? 'b' : 'a');
                entry.put(name, characters.toString());
            }
        }
    }

    private static ArrayNode entries(JsonNode proof) {
        return (ArrayNode) proof.path("entries");
    }

    private static ObjectNode sample(String name) {
        try {
            return (ObjectNode) Digests.JSON.readTree(Files.readString(SAMPLES.resolve(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
