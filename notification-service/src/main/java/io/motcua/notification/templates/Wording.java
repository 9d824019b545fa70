package io.motcua.notification.templates;

/** A template in one language. */
record Wording(Text subject, Text body, Text sms) {}
