package io.motcua.local.control;

/** Where a running supervisor listens; kept in a file because a socket in a deep folder has too long a path. */
record ControlFile(int port, String secret, long pid) {}
