package io.motcua.notification.messages;

/** What becomes of a delivery in one state by one command, if the guard holds; else nothing. */
record Rule(MessageStatus from, Class<? extends Command> command, Guard guard, MessageStatus to) {
    enum Guard {
        ALWAYS {
            @Override
            boolean holds(Delivery delivery, Command command) {
                return true;
            }
        },
        /** Its time has come: of the next attempt, or of the end of somebody's claim. */
        DUE {
            @Override
            boolean holds(Delivery delivery, Command command) {
                var dueAt = delivery.dueAt();
                return dueAt != null && !dueAt.isAfter(command.at());
            }
        },
        /** Asked by the one who holds the claim. */
        HOLDER {
            @Override
            boolean holds(Delivery delivery, Command command) {
                return command.by().equals(delivery.claim());
            }
        },
        NEVER {
            @Override
            boolean holds(Delivery delivery, Command command) {
                return false;
            }
        };

        abstract boolean holds(Delivery delivery, Command command);
    }
}
