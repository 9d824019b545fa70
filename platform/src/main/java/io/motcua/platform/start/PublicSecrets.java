package io.motcua.platform.start;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;

/** Does not start, except for development, with a secret that everybody can read in the sources. */
final class PublicSecrets implements EnvironmentPostProcessor, Ordered {

    /** At the end of a value, or of one of several. */
    private static final Pattern IN_USE = Pattern.compile("for-development-only\\s*(,|$)");

    /** When the files of settings have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("development"))) {
            return;
        }
        var names = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> all) {
                for (var name : all.getPropertyNames()) {
                    if (IN_USE.matcher(String.valueOf(all.getProperty(name))).find()) {
                        names.add(name);
                    }
                }
            }
        }
        if (!names.isEmpty()) {
            throw new Found(names.toString());
        }
    }

    static final class Found extends IllegalStateException {

        private static final long serialVersionUID = 1;

        Found(String names) {
            super("Secrets that everybody can read in the sources are in use: " + names);
        }
    }

    /** Says so in a few lines in place of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<Found> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, Found cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Set secrets of your own, or SPRING_PROFILES_ACTIVE=development on a machine that only you reach.",
                    cause);
        }
    }
}
