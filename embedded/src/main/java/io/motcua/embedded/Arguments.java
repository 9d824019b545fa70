package io.motcua.embedded;

import java.util.Arrays;

/** Pairs of {@code --name value}. */
record Arguments(String[] words) {

    String text(String name) {
        int at = Arrays.asList(words).indexOf(name);
        if (at < 0 || at + 1 == words.length) {
            throw new IllegalArgumentException("missing argument " + name);
        }
        return words[at + 1];
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }
}
