package io.motcua.dossier.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All readings of personal data; what is there stays. */
public interface Readings {

    /** Returns when they are kept: nobody is shown anything before. */
    void keep(List<Reading> more);

    /** Of one dossier, youngest first, from behind the given place on. */
    List<Reading> ofDossier(String agency, String dossier, @Nullable Place after, int limit);

    /** Of one person's dossiers at all agencies. */
    List<Reading> ofPerson(String person, @Nullable Place after, int limit);
}
