package io.motcua.local.bench;

import io.motcua.local.failure.Failure;
import io.motcua.local.supervision.HttpProbe;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** nginx as one process with one worker, without logs, with connections that stay. */
record Nginx(Path program, Path folder) {

    private static final String COMMON = """
            daemon off;
            master_process off;
            pid %1$s/%2$s.pid;
            error_log stderr crit;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path %1$s/%2$s-body;
              proxy_temp_path %1$s/%2$s-proxy;
              fastcgi_temp_path %1$s/%2$s-fastcgi;
              uwsgi_temp_path %1$s/%2$s-uwsgi;
              scgi_temp_path %1$s/%2$s-scgi;
              large_client_header_buffers 4 16k;
              keepalive_requests 100000000;
              keepalive_timeout 600s;
              %3$s
            }
            """;

    private static final String ORIGIN = """
            server {
                listen 127.0.0.1:%d;
                default_type application/json;
                location / { return 200 '%s'; }
              }""";

    private static final String PROXY = """
            upstream origin { server 127.0.0.1:%2$d; keepalive 64; keepalive_requests 100000000; }
              server {
                listen 127.0.0.1:%1$d;
                location / {
                  proxy_pass http://origin;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                }
              }""";

    /** Answers every request with the same kilobyte of JSON. */
    Server origin() {
        int port = Server.freePort();
        return start("origin", port, ORIGIN.formatted(port, kilobyte()));
    }

    Server proxy(Server origin) {
        int port = Server.freePort();
        return start("nginx", port, PROXY.formatted(port, origin.port()));
    }

    private Server start(String name, int port, String what) {
        var settings = folder.resolve(name + ".conf");
        try {
            Files.writeString(settings, COMMON.formatted(folder, name, what));
        } catch (IOException e) {
            throw new Failure("%s cannot be written: %s".formatted(settings, e.getMessage()), e);
        }
        var command = List.of(program.toString(), "-p", folder.toString(), "-e", "stderr", "-c", settings.toString());
        return Server.start(name, port, command, Map.of(), folder.resolve(name + ".log"))
                .once(new HttpProbe(URI.create("http://127.0.0.1:" + port + "/")));
    }

    private static String kilobyte() {
        var frame = "{\"text\":\"%s\"}";
        return frame.formatted("x".repeat(1024 - frame.length() + 2));
    }
}
