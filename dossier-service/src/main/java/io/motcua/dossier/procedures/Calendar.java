package io.motcua.dossier.procedures;

import static java.util.stream.Collectors.toMap;

import io.motcua.dossier.deadlines.DayName;
import io.motcua.dossier.deadlines.OpeningSpan;
import io.motcua.dossier.deadlines.WorkingCalendar;
import io.motcua.events.catalog.CalendarRecorded;
import io.motcua.events.catalog.NamedDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An agency's calendar as it is kept here: dates and hours as text, which every store keeps the same. */
record Calendar(String agency, String name, String zone, List<Hours> hours, List<Day> daysOff, List<Day> daysAtWork) {

    record Day(String date, DayName name) {}

    record Hours(DayOfWeek day, String opens, String closes) {}

    static Calendar of(CalendarRecorded event) {
        return new Calendar(
                event.agency(),
                event.calendar(),
                event.timeZone(),
                event.openingHours().stream()
                        .map(it -> new Hours(
                                it.day(), it.opens().toString(), it.closes().toString()))
                        .toList(),
                event.daysOff().stream().map(Calendar::day).toList(),
                event.daysAtWork().stream().map(Calendar::day).toList());
    }

    static String id(String agency, String name) {
        return agency + "/" + name;
    }

    WorkingCalendar working() {
        var week = new EnumMap<DayOfWeek, List<OpeningSpan>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(
                    day,
                    hours.stream()
                            .filter(it -> it.day() == day)
                            .map(it -> new OpeningSpan(LocalTime.parse(it.opens()), LocalTime.parse(it.closes())))
                            .toList());
        }
        return new WorkingCalendar(ZoneId.of(zone), week, dates(daysOff), dates(daysAtWork));
    }

    private static Day day(NamedDay day) {
        return new Day(
                day.date().toString(), new DayName(day.names().vi(), day.names().en()));
    }

    private static Map<LocalDate, DayName> dates(List<Day> days) {
        return days.stream().collect(toMap(it -> LocalDate.parse(it.date()), Day::name, (first, _) -> first));
    }
}
