package io.motcua.platform.problems;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.WebUtils;

/** Words what failed before or behind the controllers: in filters, or by the firewall. */
@Controller
@Hidden
final class ProblemErrors implements ErrorController {

    private final ProblemRenderer renderer;

    ProblemErrors(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<Object> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var address = request.getAttribute(WebUtils.ERROR_REQUEST_URI_ATTRIBUTE);
        return renderer.respond(new Problem(PlatformProblem.forStatus(status), String.valueOf(address)), request);
    }
}
