package io.motcua.notification.web;

import io.motcua.notification.messages.Message;
import io.motcua.notification.messages.Messages;
import io.motcua.notification.templates.Language;
import io.motcua.notification.templates.Templates;
import io.motcua.platform.history.Snapshot;
import io.motcua.platform.pages.Page;
import io.motcua.platform.pages.PageRequest;
import io.motcua.platform.privacy.Envelopes;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a citizen has been told, by all agencies. */
@RestController
class InboxController {
    private final Messages messages;
    private final Templates templates;
    private final Addresses addresses;

    InboxController(Messages messages, Templates templates, Envelopes envelopes) {
        this.messages = messages;
        this.templates = templates;
        this.addresses = new Addresses(envelopes);
    }

    @GetMapping("/api/v1/me/inbox")
    @Access(Access.Who.SIGNED_IN)
    Page<InboxItem> inbox(Caller caller, PageRequest page) {
        var found = messages.to(caller.person(), Cursors.read(page), page.limit() + 1);
        return Page.of(found, page, Cursors::of, null).map(this::item);
    }

    private InboxItem item(Snapshot<Message> found) {
        var content = found.state().content();
        var notice = templates.notice(
                content.template(), content.version(), Language.of(content.language()), content.values());
        return InboxItem.of(found, notice, addresses.masked(found.state()));
    }
}
