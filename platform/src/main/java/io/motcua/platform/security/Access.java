package io.motcua.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** Who may call an endpoint. An endpoint without this is closed to everyone. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    Who value();

    /** With {@link Who#ROLES}: any of these, for the agency in the path; the platform-wide role has no agency. */
    String[] roles() default {};

    /** Where the path names no agency: whether a role for any agency will do. Which one it is, the use case looks at. */
    boolean atAnyAgency() default false;

    /** How much must be known of the caller. */
    enum Who {
        ANYONE,
        SIGNED_IN,
        ROLES
    }

    /** Reads the declaration. */
    final class Of {

        private Of() {}

        /** The method's own declaration, else its class's; null if there is none. */
        public static @Nullable Access handler(HandlerMethod method) {
            var own = method.getMethodAnnotation(Access.class);
            return own == null ? method.getBeanType().getAnnotation(Access.class) : own;
        }
    }
}
