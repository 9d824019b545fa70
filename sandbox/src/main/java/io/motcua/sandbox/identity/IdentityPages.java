package io.motcua.sandbox.identity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in form with the sample sign-ins beside it, and the page on which a command-line sign-in ends. */
@Controller
class IdentityPages {

    private final SignIns signIns;

    IdentityPages(SignIns signIns) {
        this.signIns = signIns;
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("signIns", signIns.all());
        return "login";
    }

    /** The code in the address is for the command line that follows the redirect itself; a person has nothing to do. */
    @GetMapping("/cli/callback")
    String done() {
        return "done";
    }
}
