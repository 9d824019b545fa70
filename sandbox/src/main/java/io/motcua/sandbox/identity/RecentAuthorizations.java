package io.motcua.sandbox.identity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Remembers the latest authorizations only. Spring's in-memory service keeps every completed one for ever and searches
 * them one by one, so a day of scripted sign-ins would make it slow and large. What is forgotten costs a refresh, not a
 * token: those are checked by signature.
 */
final class RecentAuthorizations implements OAuth2AuthorizationService {

    private final int limit;
    private final OAuth2AuthorizationService memory = new InMemoryOAuth2AuthorizationService();
    private final Deque<String> order = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();

    RecentAuthorizations(int limit) {
        this.limit = limit;
    }

    @Override
    public synchronized void save(OAuth2Authorization authorization) {
        memory.save(authorization);
        if (known.add(authorization.getId())) {
            order.add(authorization.getId());
        }
        while (order.size() > limit) {
            var oldest = order.remove();
            known.remove(oldest);
            var forgotten = memory.findById(oldest);
            if (forgotten != null) {
                memory.remove(forgotten);
            }
        }
    }

    @Override
    public synchronized void remove(OAuth2Authorization authorization) {
        memory.remove(authorization);
        if (known.remove(authorization.getId())) {
            order.remove(authorization.getId());
        }
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return memory.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
        return memory.findByToken(token, tokenType);
    }
}
