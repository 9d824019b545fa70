package io.motcua.dossier.casework;

import io.motcua.platform.history.Actor;
import io.motcua.platform.history.Audience;
import io.motcua.platform.security.Caller;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who wants to see a dossier or do something about it.
 *
 * @param person the opaque person key
 * @param roles held in the dossier's agency
 */
public record Party(String person, Set<Role> roles, int identityLevel) {

    /** What has ended is the applicant's alone: staff do not rate their own work in his name. */
    private static final Set<Status> ENDED = EnumSet.of(Status.REFUSED, Status.STOPPED, Status.DONE, Status.RETURNED);

    public Party {
        roles = Set.copyOf(roles);
    }

    /** The signed-in caller, with his roles at one agency. */
    public static Party of(Caller caller, String agency) {
        var roles = Role.OF_STAFF.stream()
                .filter(it -> caller.roles(agency).contains(it.token()))
                .collect(Collectors.toUnmodifiableSet());
        return new Party(caller.person(), roles, caller.identityLevel());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** His capacities towards one dossier: the roles that he holds, and the applicant's if it is his or kept by him. */
    Set<Role> towards(Dossier dossier) {
        var all = EnumSet.noneOf(Role.class);
        all.addAll(roles);
        if (owns(dossier) || keeps(dossier) && !ENDED.contains(dossier.status())) {
            all.add(Role.APPLICANT);
        }
        return all;
    }

    /** A draft that the applicant keeps himself is nobody else's business. */
    boolean mayRead(Dossier dossier) {
        return owns(dossier)
                || isRepresentedIn(dossier)
                || !roles.isEmpty() && (dossier.status() != Status.DRAFT || keeps(dossier));
    }

    boolean isStaff() {
        return !roles.isEmpty();
    }

    /** Whose entries of a history are for him: the agency's internal ones for its staff only. */
    public Set<Audience> audiences() {
        return isStaff() ? EnumSet.allOf(Audience.class) : EnumSet.of(Audience.PUBLIC, Audience.PARTIES);
    }

    Actor as(Role role, Dossier dossier) {
        return new Actor(person, (role == Role.APPLICANT && !owns(dossier) ? Role.RECEPTIONIST : role).token());
    }

    /** He sees what is done in his name once it is done; he who acts for him acts. */
    boolean isRepresentedIn(Dossier dossier) {
        var principal = dossier.applicant().actsFor();
        return principal != null && principal.person().equals(person) && dossier.status() != Status.DRAFT;
    }

    boolean owns(Dossier dossier) {
        return person.equals(dossier.applicant().person());
    }

    private boolean keeps(Dossier dossier) {
        return dossier.channel().byStaff() && has(Role.RECEPTIONIST);
    }
}
