package io.motcua.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that asks {@link Backends}, and so says something about the store at hand: {@code -Dgroups=store} runs these
 * alone. Skipped if containers are asked for where no engine answers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("store")
@ExtendWith(NeedsBackends.Engine.class)
public @interface NeedsBackends {

    boolean IN_CONTAINERS = Containers.WANTED;

    final class Engine implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return Containers.WANTED && !Containers.engineAnswers()
                    ? ConditionEvaluationResult.disabled(
                            "no container engine answers here, and containers were asked for")
                    : ConditionEvaluationResult.enabled("a store and a broker are at hand");
        }
    }
}
