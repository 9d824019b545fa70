package io.motcua.catalog.agencies;

import java.util.List;

/**
 * Somebody who works for an agency.
 *
 * @param person the opaque key of the person; names stay with the identity provider
 */
public record StaffMember(String agency, String person, String unit, List<String> roles, boolean active) {

    public StaffMember {
        roles = List.copyOf(roles);
    }
}
