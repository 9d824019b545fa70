package io.motcua.gateway.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container refuses before or beside Spring ends here. */
@Controller
final class ErrorPage implements ErrorController {

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        problems.write(problem(status instanceof Integer code ? code : 404), request, response);
    }

    static Problem problem(int status) {
        return new Problem(Arrays.stream(GatewayProblem.values())
                .filter(it -> it.status() == status)
                .findFirst()
                .orElse(status < 500 ? GatewayProblem.MALFORMED_REQUEST : GatewayProblem.INTERNAL));
    }
}
