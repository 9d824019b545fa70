package io.motcua.platform.problems;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/** Words what Tomcat refuses itself, such as an address that is none, in place of its HTML page. */
final class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    private final ProblemRenderer renderer;

    private ProblemValve(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    /** Behind Boot's own valve, so that this one speaks first. */
    static final class Customizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        private final ProblemRenderer renderer;

        Customizer(ProblemRenderer renderer) {
            this.renderer = renderer;
        }

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemValve(renderer)));
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            renderer.write(new Problem(PlatformProblem.forStatus(status), "URI"), request, response);
            response.finishResponse();
        } catch (IOException e) {
            log.debug("The caller is gone: {}", e.toString());
        }
    }
}
