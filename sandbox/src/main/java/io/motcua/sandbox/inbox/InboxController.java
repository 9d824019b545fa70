package io.motcua.sandbox.inbox;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The inbox as a page and as JSON, newest first. */
@Controller
class InboxController {

    /** A page of thousands of messages helps nobody; the JSON gives all. */
    private static final int ON_A_PAGE = 200;

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/inbox")
    String page(@RequestParam(required = false) @Nullable String to, Model model) {
        var found = inbox.messages(addressedTo(to));
        model.addAttribute("zone", VIETNAM);
        model.addAttribute("to", to == null ? "" : to);
        model.addAttribute("total", found.size());
        model.addAttribute("messages", found.stream().limit(ON_A_PAGE).toList());
        return "inbox";
    }

    @GetMapping("/inbox/messages")
    @ResponseBody
    Messages list(@RequestParam(required = false) @Nullable String to) {
        return new Messages(inbox.messages(addressedTo(to)));
    }

    @DeleteMapping("/inbox/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ResponseBody
    void clear() {
        inbox.clear();
    }

    private static Predicate<Message> addressedTo(@Nullable String to) {
        return to == null || to.isBlank() ? _ -> true : message -> message.isFor(to);
    }

    record Messages(List<Message> items) {}
}
