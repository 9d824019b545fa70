package io.motcua.notification.web;

import io.motcua.notification.messages.Messages;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.privacy.Envelopes;
import io.motcua.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What an agency has told its citizens, and whether it reached them. */
@RestController
class NotificationController {
    private final Messages messages;
    private final Addresses addresses;

    NotificationController(Messages messages, Envelopes envelopes) {
        this.messages = messages;
        this.addresses = new Addresses(envelopes);
    }

    @GetMapping("/api/v1/agencies/{agency}/notifications")
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader", "accountant", "agency-admin", "auditor"})
    Page<NotificationView> ofAgency(
            @PathVariable String agency, @RequestParam @Nullable String dossier, PageRequest page) {
        var found = messages.of(agency, dossier, Cursors.read(page), page.limit() + 1);
        var total = page.count() ? messages.count(agency, dossier) : null;
        return Page.of(found, page, Cursors::of, total)
                .map(each -> NotificationView.of(each, addresses.masked(each.state())));
    }
}
