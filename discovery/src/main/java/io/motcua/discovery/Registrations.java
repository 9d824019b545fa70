package io.motcua.discovery;

import com.netflix.appinfo.InstanceInfo;
import com.netflix.eureka.registry.PeerAwareInstanceRegistry;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Looks at each registration as the register's own parser has read it, JSON or XML, before anything comes of it: two parsers
 * could be told two things.
 */
final class Registrations implements ReaderInterceptor {

    private static final Logger log = LoggerFactory.getLogger(Registrations.class);

    private static final int LARGEST = 32 * 1024;

    private final Supplier<PeerAwareInstanceRegistry> register;
    private final RegisterSettings limits;

    Registrations(Supplier<PeerAwareInstanceRegistry> register, RegisterSettings limits) {
        this.register = register;
        this.limits = limits;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var holder = holder();
        if (holder.kind() == Credential.Kind.PEER) {
            return context.proceed();
        }
        var body = context.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new WebApplicationException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        if (!(context.proceed() instanceof InstanceInfo instance)) {
            throw new ForbiddenException();
        }
        var refusal = refusal(holder, instance);
        if (refusal != null) {
            log.warn("Refused a registration by {}: {}", holder, refusal);
            throw new ForbiddenException(Response.status(Response.Status.FORBIDDEN)
                    .type("text/plain")
                    .entity(refusal)
                    .build());
        }
        return instance;
    }

    private @Nullable String refusal(Credential holder, InstanceInfo instance) {
        var service = String.valueOf(instance.getAppName());
        var id = String.valueOf(instance.getId());
        var metadata = instance.getMetadata();
        var agency = metadata == null ? null : metadata.get("agency");
        var lease = instance.getLeaseInfo();
        if (!holder.agency().equals(agency == null ? "" : agency)) {
            return "the credential is for another agency than the instance says";
        }
        if (!holder.mayServe(service)) {
            return "the credential is not for this service";
        }
        if (!holder.manages(service, id)) {
            return "an instance id begins with placement and service, %s:%s:"
                    .formatted(holder.name(), service.toLowerCase(Locale.ROOT));
        }
        // The gateway finds instances by these.
        if (!named(service, instance.getVIPAddress()) || !named(service, instance.getSecureVipAddress())) {
            return "the virtual addresses are not the service's own name";
        }
        // Its operators' port may have an address of its own, where monitoring asks.
        var operators = metadata == null ? null : metadata.get("management.address");
        if (!Stream.of(
                        instance.getHostName(),
                        instance.getIPAddr(),
                        operators == null ? instance.getIPAddr() : operators)
                .allMatch(it -> holder.mayBeAt(String.valueOf(it)))) {
            return "the credential is not for this address";
        }
        if (lease != null && lease.getDurationInSecs() > limits.lease().toSeconds()) {
            return "a lease is at most " + limits.lease().toSeconds() + " s";
        }
        // Each costs memory here and in every gateway.
        return known(service, id) || count(holder) < limits.instances()
                ? null
                : "the placement has %d instances, which is the most".formatted(limits.instances());
    }

    private static boolean named(String service, @Nullable String virtualAddress) {
        return virtualAddress == null || virtualAddress.equalsIgnoreCase(service);
    }

    private boolean known(String service, String id) {
        return register.get().getInstanceByAppAndId(service, id, false) != null;
    }

    private long count(Credential holder) {
        return register.get().getApplications().getRegisteredApplications().stream()
                .flatMap(it -> it.getInstances().stream())
                .filter(it -> it.getId().startsWith(holder.name() + ":"))
                .count();
    }

    private static Credential holder() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Credential holder) {
            return holder;
        }
        throw new ForbiddenException();
    }
}
