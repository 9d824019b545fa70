package io.motcua.platform.stores;

import com.mongodb.client.MongoClient;
import org.bson.Document;

/** The kinds of stores, by their columns in docs/stores.md. */
enum Store {
    MONGODB,
    EMBEDDED,
    DOCUMENTDB;

    /** The kind that a server says it is. */
    static Store of(MongoClient client) {
        var build = client.getDatabase("admin").runCommand(new Document("buildInfo", 1));
        if (build.containsKey("ferretdb")) {
            return DOCUMENTDB;
        }
        return build.containsKey("allocator") ? MONGODB : EMBEDDED;
    }
}
