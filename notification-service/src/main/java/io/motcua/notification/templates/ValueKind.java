package io.motcua.notification.templates;

/** What a template may rely on of a value. */
enum ValueKind {
    /** Always there. */
    REQUIRED,
    /** May be absent, so it stands only in a part that can be left out. */
    OPTIONAL,
    /**
     * Typed by an officer: an SMS shows it shortened and without long numbers, because nobody can promise that it holds
     * no identity number.
     */
    FREE
}
