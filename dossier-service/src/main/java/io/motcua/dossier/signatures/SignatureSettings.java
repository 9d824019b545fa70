package io.motcua.dossier.signatures;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How results are signed.
 *
 * @param keys a folder with PKCS#12 files; without it nothing is signed
 * @param required whether an agency without a key issues nothing, instead of issuing it unsigned
 * @param verificationUrl what the QR code of a signed result says; {@code {agency}} and {@code {mark}} are filled in
 */
@Validated
@ConfigurationProperties("motcua.dossiers.signatures")
public record SignatureSettings(
        @Nullable String keys,
        @DefaultValue("false") boolean required,

        @NotBlank @Pattern(regexp = ".*\\{agency}.*\\{mark}.*")
        String verificationUrl) {}
