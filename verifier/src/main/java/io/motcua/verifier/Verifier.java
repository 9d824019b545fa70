package io.motcua.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code java -jar verifier.jar PROOF [--keys JWKS] [--anchors LIST]}; exit code 0 if it holds, 1 if not, 2 if unreadable. */
public final class Verifier {

    public static final int HOLDS = 0;
    public static final int BROKEN = 1;
    public static final int UNREADABLE = 2;

    private static final String USAGE = """
            java -jar verifier.jar PROOF [--keys JWKS] [--anchors LIST]
              PROOF    what GET …/dossiers/{id}/history/proof answered
              JWKS     what GET …/anchors/keys answered, got otherwise than the proof
              LIST     what GET …/anchors answered, kept since its days""";

    private Verifier() {}

    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.out));
    }

    /** @return the exit code */
    public static int run(List<String> arguments, Appendable out) {
        try {
            if (arguments.isEmpty() || arguments.size() % 2 == 0) {
                throw new Unreadable(USAGE);
            }
            var options = new HashMap<String, JsonNode>();
            for (int at = 1; at < arguments.size(); at += 2) {
                if (!List.of("--keys", "--anchors").contains(arguments.get(at))) {
                    throw new Unreadable(USAGE);
                }
                options.put(arguments.get(at), read(arguments.get(at + 1)));
            }
            var findings = check(read(arguments.getFirst()), options.get("--keys"), options.get("--anchors"));
            for (var line : findings.lines()) {
                out.append(line).append('\n');
            }
            out.append(findings.sound() ? "verifier: holds\n" : "verifier: BROKEN\n");
            return findings.sound() ? HOLDS : BROKEN;
        } catch (Unreadable | JacksonException e) {
            return unreadable(out, e);
        } catch (IOException e) {
            return unreadable(out, e);
        }
    }

    /** @param keys whose signatures count, or null for those that the proof brings itself */
    static Findings check(JsonNode proof, @Nullable JsonNode keys, @Nullable JsonNode published) {
        if (!Fields.text(proof, "format").equals("motcua-proof/1")) {
            throw new Unreadable("not of the format motcua-proof/1");
        }
        var findings = new Findings();
        var aggregate = Fields.text(proof, "aggregate");
        var hashes = ChainCheck.of(aggregate, Fields.list(proof, "entries"), findings);
        if (keys == null) {
            findings.open("the keys: the proof brings them itself, give those that you trust with --keys");
        }
        if (published == null) {
            findings.open("the anchors: give those that you or others have kept with --anchors");
        }
        var trusted = new SigningKeys(keys == null ? proof.path("keys") : keys);
        new AnchorCheck(aggregate, Fields.text(proof, "agency"), hashes, trusted, findings)
                .of(Fields.list(proof, "anchors"), kept(published));
        return findings;
    }

    private static Map<String, String> kept(@Nullable JsonNode published) {
        var byDay = new HashMap<String, String>();
        if (published != null) {
            for (var anchor : Fields.list(published, "items")) {
                byDay.put(Fields.text(anchor, "day"), Fields.text(anchor, "jws"));
            }
        }
        return byDay;
    }

    private static JsonNode read(String file) throws IOException {
        return Digests.JSON.readTree(Files.readString(Path.of(file)));
    }

    private static int unreadable(Appendable out, Exception e) {
        try {
            out.append(e instanceof Unreadable ? "" : e.getClass().getSimpleName() + ": ")
                    .append(String.valueOf(e.getMessage()))
                    .append("\nverifier: unreadable\n");
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
        return UNREADABLE;
    }
}
