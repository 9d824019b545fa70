package io.motcua.platform.requests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For POST and PATCH whose answer holds a secret: it is not kept. A repeat with the same key runs again with the same cause,
 * so the use case finds that it has taken effect and answers without the secret.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnsweredOnce {}
