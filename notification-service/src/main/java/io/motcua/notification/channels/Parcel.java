package io.motcua.notification.channels;

import io.motcua.notification.templates.Language;
import io.motcua.notification.templates.Notice;

/**
 * A message on its way out.
 *
 * @param id the same at every attempt, so that the other side can see a repeat
 * @param address of the kind that the channel writes to
 */
public record Parcel(String id, String address, Language language, Notice notice) {
    /** Leaves out the address: a parcel may end up in a log by mistake. */
    @Override
    public String toString() {
        return "Parcel[" + id + "]";
    }
}
