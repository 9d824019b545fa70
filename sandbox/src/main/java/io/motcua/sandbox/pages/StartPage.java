package io.motcua.sandbox.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where one lands without an errand: says what the sandbox is and where things are. */
@Controller
class StartPage {

    @GetMapping("/")
    String show() {
        return "start";
    }
}
