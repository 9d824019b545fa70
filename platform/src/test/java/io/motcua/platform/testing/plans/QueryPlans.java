package io.motcua.platform.testing.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Every query that a service has asked so far is explained by the store; a real one only: the embedded store has no indexes
 * to speak of. A service's test implements this beside its usual base class, and asks all it can in {@link #ask}.
 */
public interface QueryPlans {

    /** Uses the service, so that it asks what it ever asks. */
    void ask();

    /** What may read a whole collection, with the reason; each is a part of the queries' form as a failure shows it. */
    Map<String, String> exempt();

    @Test
    default void every_query_is_answered_by_an_index(ApplicationContext service) {
        assumeTrue(
                AskedQueriesConfiguration.EXPLAINABLE,
                "the store at hand explains nothing; MONGODB_URI names a real one (.ci/real-store)");
        var database = service.getBean(MongoTemplate.class).getDb();
        ask();
        var asked = AskedQueries.of(database.getName());
        assertThat(asked).isNotEmpty();
        var faults = new TreeMap<String, String>();
        for (var it : asked) {
            if (exempt().keySet().stream().noneMatch(it.form()::contains)) {
                var fault = Plan.of(database, it).fault(database, it);
                if (!fault.isEmpty()) {
                    faults.put(it.form(), fault);
                }
            }
        }
        assertThat(faults).isEmpty();
    }
}
