package io.motcua.platform.deprecation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that is to go. Its answers say so ({@code Deprecation}, RFC 9745, and {@code Sunset}, RFC 8594), the API
 * document too, and its calls are counted, so that one sees when nobody needs it any more.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Retiring {

    /** The day from which it should not be used any more, as {@code 2027-01-31}. */
    String since();

    /** The day from which it may be gone. */
    String sunset();

    /** The path that takes its place. What the path of the request is given for its variables is given for those of this. */
    String successor();

    /** Where people read why. */
    String notice() default "/openapi/index.html";
}
