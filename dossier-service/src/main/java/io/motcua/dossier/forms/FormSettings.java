package io.motcua.dossier.forms;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param templates a directory with templates of one's own, or none */
@ConfigurationProperties("motcua.dossiers.forms")
record FormSettings(@Nullable Path templates) {}
