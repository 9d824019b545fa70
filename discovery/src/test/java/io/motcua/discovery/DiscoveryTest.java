package io.motcua.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DiscoveryTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void an_instance_is_listed_with_its_agency_until_it_signs_off() throws Exception {
        var instance = """
                {"instance": {"instanceId": "own-1", "app": "DOSSIER-SERVICE", "vipAddress": "dossier-service",
                  "hostName": "127.0.0.1", "ipAddr": "127.0.0.1", "status": "UP", "port": {"$": 8082, "@enabled": "true"},
                  "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
                  "metadata": {"agency": "H37"}}}""";

        assertThat(send("POST", "/eureka/apps/DOSSIER-SERVICE", instance).statusCode())
                .isEqualTo(204);
        assertThat(send("GET", "/eureka/apps/DOSSIER-SERVICE", "").body())
                .contains("own-1")
                .contains("\"agency\":\"H37\"");

        assertThat(send("DELETE", "/eureka/apps/DOSSIER-SERVICE/own-1", "").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/eureka/apps/DOSSIER-SERVICE", "").statusCode()).isEqualTo(404);
    }

    @Test
    void operators_see_health_and_metrics() throws Exception {
        assertThat(send("GET", "/actuator/health/readiness", "").body()).contains("UP");
        assertThat(send("GET", "/actuator/prometheus", "").body())
                .contains("jvm_memory_used_bytes{application=\"discovery\"");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", path.startsWith("/eureka") ? "application/json" : "*/*")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
