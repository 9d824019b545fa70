package io.motcua.dossier.casework;

import java.util.List;

/** What a draft said is gone; its papers are to follow. */
public record DraftErased(String agency, String dossier, List<String> attachments) {}
