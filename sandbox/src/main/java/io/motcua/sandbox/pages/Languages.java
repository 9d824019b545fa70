package io.motcua.sandbox.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * Vietnamese or English: the page's own switch first ({@code lang}, and VNPAY's {@code vnp_Locale} at the bank), then
 * the browser's wish, else Vietnamese. No cookie: a payment opened in English must not turn the next person's sign-in
 * English.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public class Languages extends AcceptHeaderLocaleResolver {

    /** The query parameter that switches a page's language. */
    public static final String PARAMETER = "lang";

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Set<String> ENGLISH_SIGNS = Set.of("en");
    private static final Set<String> VIETNAMESE_SIGNS = Set.of("vi", "vn");

    Languages() {
        setDefaultLocale(VIETNAMESE);
        setSupportedLocales(List.of(VIETNAMESE, Locale.ENGLISH));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        for (var parameter : List.of(PARAMETER, "vnp_Locale")) {
            var asked = request.getParameter(parameter);
            if (asked != null && ENGLISH_SIGNS.contains(asked)) {
                return Locale.ENGLISH;
            }
            if (asked != null && VIETNAMESE_SIGNS.contains(asked)) {
                return VIETNAMESE;
            }
        }
        return super.resolveLocale(request);
    }
}
