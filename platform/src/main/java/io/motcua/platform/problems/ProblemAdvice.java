package io.motcua.platform.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns whatever goes wrong behind a controller into a problem; nothing else leaves a service. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemRenderer renderer;

    ProblemAdvice(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Problem problem, HttpServletRequest request) {
        return renderer.respond(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return renderer.respond(Faults.unreadable(unreadable.getCause(), ""), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        var problem = new Problem(PlatformProblem.INVALID_FIELD);
        for (var error : invalid.getBindingResult().getAllErrors()) {
            var pointer = error instanceof FieldError field ? Faults.pointer(field.getField()) : "";
            problem.said(
                    pointer, Faults.code(error.getCode()), Objects.requireNonNullElse(error.getDefaultMessage(), ""));
        }
        return renderer.respond(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(HandlerMethodValidationException invalid, HttpServletRequest request) {
        var problem = new Problem(PlatformProblem.INVALID_PARAMETER);
        for (var result : invalid.getParameterValidationResults()) {
            var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
            for (var error : result.getResolvableErrors()) {
                var codes = error.getCodes();
                var code = codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
                problem.said(name, Faults.code(code), Objects.requireNonNullElse(error.getDefaultMessage(), ""));
            }
        }
        return renderer.respond(problem, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(ConstraintViolationException invalid, HttpServletRequest request) {
        return renderer.respond(Faults.violated(invalid.getConstraintViolations(), ""), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return renderer.respond(
                new Problem(PlatformProblem.INVALID_PARAMETER, mismatch.getName()).at(mismatch.getName(), "type"),
                request);
    }

    /** A parameter whose bytes are no text. */
    @ExceptionHandler
    ResponseEntity<Object> on(InvalidParameterException undecodable, HttpServletRequest request) {
        return renderer.respond(new Problem(PlatformProblem.INVALID_PARAMETER, "?"), request);
    }

    /** A header or a parameter's name with characters that nobody writes: Spring Security's firewall stops who reads it. */
    @ExceptionHandler
    ResponseEntity<Object> on(RequestRejectedException strange, HttpServletRequest request) {
        return renderer.respond(new Problem(PlatformProblem.MALFORMED_REQUEST), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return renderer.respond(new Problem(PlatformProblem.TOO_LARGE, tooLarge.getMaxUploadSize()), request);
    }

    /** The store is away or overloaded: nothing is half-written, and the caller may come again. */
    @ExceptionHandler
    ResponseEntity<Object> on(DataAccessException unavailable, HttpServletRequest request) {
        log.error("The store failed", unavailable);
        return renderer.respond(
                new Problem(PlatformProblem.NOT_READY, "store").retryAfter(Duration.ofSeconds(5)), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> on(Exception unexpected, HttpServletRequest request) {
        if (unexpected instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return renderer.respond(new Problem(kind(known), request.getRequestURI()), request);
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), unexpected);
        return renderer.respond(new Problem(PlatformProblem.INTERNAL), request);
    }

    private static PlatformProblem kind(ErrorResponse known) {
        return switch (known) {
            case HttpRequestMethodNotSupportedException _ -> PlatformProblem.METHOD_NOT_ALLOWED;
            case HttpMediaTypeNotSupportedException _ -> PlatformProblem.UNSUPPORTED_MEDIA_TYPE;
            case HttpMediaTypeNotAcceptableException _ -> PlatformProblem.NOT_ACCEPTABLE;
            default ->
                known.getStatusCode().value() == 404 ? PlatformProblem.NOT_FOUND : PlatformProblem.INVALID_PARAMETER;
        };
    }
}
