package io.motcua.local.processes;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;

/** The terminal's session, and how to leave it. */
public final class Session {

    private Session() {}

    /**
     * Makes this process the leader of a session of its own, with {@code setsid(2)}: then neither Ctrl-C nor the end of
     * the terminal reaches it or its children. The command of that name does not exist on every Unix, the system call
     * does. It fails harmlessly when the process leads a group already.
     */
    public static void leave() {
        var linker = Linker.nativeLinker();
        var setsid = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setsid"), FunctionDescriptor.of(ValueLayout.JAVA_INT));
        try {
            int _ = (int) setsid.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("setsid(2) could not be called", e);
        }
    }
}
