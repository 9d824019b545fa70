package io.motcua.sandbox.sms;

import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Programs get problems (RFC 9457) from the SMS gateway, while people get pages from the rest of the sandbox. */
@RestControllerAdvice(assignableTypes = SmsController.class)
class SmsProblems extends ResponseEntityExceptionHandler {}
