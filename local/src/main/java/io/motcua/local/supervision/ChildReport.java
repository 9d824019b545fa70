package io.motcua.local.supervision;

/**
 * A child as others see it.
 *
 * @param detail a few words on what goes on, or empty
 * @param warning what the user should know although it runs, or empty
 * @param pid 0 when it does not run
 * @param sinceMillis when its present state began
 * @param startedAtMillis when its present process began, 0 when it does not run
 * @param restarts after crashes
 */
public record ChildReport(
        String name,
        ChildState state,
        String detail,
        String warning,
        long pid,
        long sinceMillis,
        long startedAtMillis,
        int restarts) {}
