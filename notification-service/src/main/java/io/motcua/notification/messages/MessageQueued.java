package io.motcua.notification.messages;

/** A message waits to be sent: a nudge for whoever sends, who would find it later anyway. */
public record MessageQueued(Channel channel) {}
