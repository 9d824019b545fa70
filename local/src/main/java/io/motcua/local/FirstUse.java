package io.motcua.local;

import io.motcua.local.http.Api;
import io.motcua.local.layout.Port;
import io.motcua.local.layout.Ports;
import io.motcua.local.layout.Workspace;
import io.motcua.local.samples.FirstAnswers;
import io.motcua.local.samples.Samples;
import io.motcua.local.signin.SignIns;
import io.motcua.local.signin.Tokens;
import java.io.PrintStream;
import java.nio.file.Path;

/** What stands between a platform whose parts have started and its first user: that all are reached, and the samples. */
final class FirstUse {

    private final Api gateway;
    private final Tokens tokens;
    private final FirstAnswers firstAnswers;
    private final Samples samples;

    /** @param data the folder that remembers which samples the platform has */
    FirstUse(Ports ports, Path data, Workspace workspace, PrintStream out) {
        this.gateway = Api.at(ports.address(Port.GATEWAY));
        this.tokens = new Tokens(ports.address(Port.SANDBOX));
        this.firstAnswers = new FirstAnswers(gateway);
        this.samples = new Samples(
                workspace.root().resolve("catalog-service").resolve("samples"), data.resolve("samples-loaded"), out);
    }

    boolean prepared() {
        return samples.loaded(gateway);
    }

    void awaitAnswers() {
        firstAnswers.await();
    }

    void loadSamples() {
        if (!prepared()) {
            samples.load(gateway.as(tokens.of(SignIns.OPERATOR)));
            var agency = SignIns.SAMPLE_AGENCY;
            firstAnswers.awaitSamples(agency, gateway.as(tokens.of(SignIns.playing("receptionist", agency))));
        }
    }
}
