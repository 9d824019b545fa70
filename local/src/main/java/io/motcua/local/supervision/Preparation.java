package io.motcua.local.supervision;

import java.io.IOException;
import java.util.function.Consumer;

/** What has to be done once before a child can be launched, such as unpacking and training. */
@FunctionalInterface
public interface Preparation {

    /**
     * @param progress told in a few words what goes on
     */
    Launch prepare(Consumer<String> progress) throws IOException, InterruptedException;
}
