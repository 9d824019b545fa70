package io.motcua.dossier.casework;

import java.util.Set;

/**
 * One legal step.
 *
 * @param by who may take it
 * @param when picks among several steps that one command may take from one state
 * @param decides whether it rests on what was read, so that {@code If-Match} is required
 * @param noted whether a foreign fact is only noted: it is never refused, and moves nothing
 */
record Rule(
        Status from,
        Class<? extends Command> command,
        Status to,
        Set<Role> by,
        When when,
        boolean decides,
        boolean noted) {

    enum When {
        ALWAYS {
            @Override
            boolean holds(Dossier dossier, Status to) {
                return true;
            }
        },
        /** The dossier goes back to where it was interrupted. */
        CAME_FROM {
            @Override
            boolean holds(Dossier dossier, Status to) {
                return dossier.cameFrom().filter(to::equals).isPresent();
            }
        },
        /** Papers were asked for before acceptance. */
        CALLED_AT_INTAKE {
            @Override
            boolean holds(Dossier dossier, Status to) {
                return dossier.cameFrom().filter(Status.SUBMITTED::equals).isPresent();
            }
        },
        CALLED_IN_PROCESS {
            @Override
            boolean holds(Dossier dossier, Status to) {
                return dossier.cameFrom().filter(Status.PROCESSING::equals).isPresent();
            }
        },
        /** Nothing is owed any more. */
        SETTLED {
            @Override
            boolean holds(Dossier dossier, Status to) {
                return !dossier.owes();
            }
        },
        OWING {
            @Override
            boolean holds(Dossier dossier, Status to) {
                return dossier.owes();
            }
        };

        abstract boolean holds(Dossier dossier, Status to);
    }

    Rule when(When condition) {
        return new Rule(from, command, to, by, condition, decides, noted);
    }
}
