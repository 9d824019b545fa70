package io.motcua.local.supervision;

import java.util.Set;

/**
 * What is to be kept alive.
 *
 * @param ground it goes down after those that are not, so that they can say goodbye to it
 * @param needs  names of children that must serve before this one is started for the first time
 */
public record ChildSpec(String name, boolean ground, Set<String> needs, Preparation preparation, Probe probe) {

    public ChildSpec {
        needs = Set.copyOf(needs);
    }
}
