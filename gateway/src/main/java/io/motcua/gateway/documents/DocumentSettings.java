package io.motcua.gateway.documents;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param sandbox where the page of API documents gets tokens of test sign-ins, as a browser sees it; empty where there are none
 */
@ConfigurationProperties("motcua.gateway.documents")
record DocumentSettings(@DefaultValue("") String sandbox) {

    boolean hasSandbox() {
        return !sandbox.isBlank();
    }
}
