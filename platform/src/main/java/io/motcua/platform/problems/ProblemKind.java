package io.motcua.platform.problems;

import java.util.Locale;

/**
 * A kind of refusal, the same everywhere: {@code urn:motcua:problem:<slug>}. Each service has one enum of them, with the
 * texts in the bundle {@code problems} beside it ({@code <slug>.title}, {@code <slug>.detail}, {@code field.<code>}).
 */
public interface ProblemKind {

    /** Provided by the enum. */
    String name();

    /** The HTTP status. */
    int status();

    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The base name of the resource bundle with the texts. */
    default String bundle() {
        var type = this instanceof Enum<?> constant ? constant.getDeclaringClass() : getClass();
        return type.getPackageName().replace('.', '/') + "/problems";
    }
}
