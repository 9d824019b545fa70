package io.motcua.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/**
 * Who may call an endpoint. An endpoint without this is closed to everyone. The API documents show it ({@code x-access}),
 * and the access matrix of each service tries it from outside.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    Who value();

    /**
     * With {@link Who#ROLES} and {@link Who#PARTY}: any of these, for the agency in the path; the platform-wide role has no
     * agency.
     */
    String[] roles() default {};

    /** Where the path names no agency: whether a role for any agency will do. Which one it is, the use case looks at. */
    boolean atAnyAgency() default false;

    /** How much must be known of the caller. */
    enum Who {
        /** Nothing: what is public, or what a signature or a secret of another kind protects. */
        ANYONE,
        /** Who it is, whoever it is: the answer is about the caller, or the thing will be the caller's. */
        SIGNED_IN,
        /**
         * That the thing addressed is the caller's own, or one of the roles. The platform demands a sign-in; whose the thing
         * is the use case knows, and to everybody else it answers as if there were no such thing.
         */
        PARTY,
        /** One of the roles. */
        ROLES;

        /** As the API documents say it. */
        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
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
