package io.motcua.dossier.codes;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises codes in every published style, ours and those of other systems. */
public final class DossierCode {

    private static final Pattern ANY = Pattern.compile("[0-9A-Z]{1,3}(\\.[0-9A-Z]{1,3}){0,3}-(\\d{6}|\\d{8})-\\d{4,8}");

    private DossierCode() {}

    /** As it is registered, however it was typed. */
    public static String normal(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    public static boolean isOne(String text) {
        return ANY.matcher(text).matches();
    }
}
