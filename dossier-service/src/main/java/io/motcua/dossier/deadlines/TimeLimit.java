package io.motcua.dossier.deadlines;

/**
 * The time within which the law wants a dossier answered.
 *
 * @param amount zero or more; zero days mean the same day
 */
public record TimeLimit(int amount, Unit unit) {

    public enum Unit {
        /** Opening hours: the clock runs only while the agency is open. */
        HOUR,
        WORKING_DAY,
        /** Days of the calendar. */
        DAY,
        MONTH
    }

    public TimeLimit {
        if (amount < 0) {
            throw new IllegalArgumentException("amount must not be negative: " + amount);
        }
        if (amount == 0 && unit == Unit.HOUR) {
            throw new IllegalArgumentException("a limit of no hours cannot be kept");
        }
    }

    public boolean sameDay() {
        return amount == 0;
    }
}
