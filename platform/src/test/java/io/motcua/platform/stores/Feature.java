package io.motcua.platform.stores;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;

/**
 * One thing that a store is asked.
 *
 * @param reliedOnBy what would break without it; empty if nothing may rest on it
 * @param documented what MongoDB's manual says
 */
record Feature(String name, String reliedOnBy, String documented, Probe probe) {

    /** Says in a few words what the store did in a database of its own. */
    @FunctionalInterface
    interface Probe {
        String ask(MongoDatabase database) throws Exception;
    }

    boolean reliedOn() {
        return !reliedOnBy.isEmpty();
    }

    String ask(MongoDatabase database) throws Exception {
        try {
            return probe.ask(database);
        } catch (MongoException e) {
            return "refuses (code " + e.getCode() + ")";
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
