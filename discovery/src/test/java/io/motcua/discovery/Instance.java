package io.motcua.discovery;

import java.util.Locale;

/** What a client sends to register; each method changes what an agency's operator could forge. */
record Instance(String id, String service, String agency, String address, String virtualAddress, int lease) {

    static Instance of(String placement, String service) {
        return new Instance(
                placement + ":" + service + ":10.12.0.7:8082",
                service,
                placement.equals("pool") ? "" : placement,
                "10.12.0.7",
                service,
                6);
    }

    Instance id(String it) {
        return new Instance(it, service, agency, address, virtualAddress, lease);
    }

    Instance agency(String it) {
        return new Instance(id, service, it, address, virtualAddress, lease);
    }

    Instance address(String it) {
        return new Instance(id, service, agency, it, virtualAddress, lease);
    }

    Instance virtualAddress(String it) {
        return new Instance(id, service, agency, address, it, lease);
    }

    Instance lease(int it) {
        return new Instance(id, service, agency, address, virtualAddress, it);
    }

    String path() {
        return "/apps/" + service.toUpperCase(Locale.ROOT);
    }

    String json() {
        return """
                {"instance": {"instanceId": "%s", "app": "%s", "vipAddress": "%s", "secureVipAddress": "%s",
                  "hostName": "%s", "ipAddr": "%s", "status": "UP", "port": {"$": 8082, "@enabled": "true"},
                  "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
                  "leaseInfo": {"renewalIntervalInSecs": 2, "durationInSecs": %d},
                  "metadata": {"agency": "%s", "weight": "100"}}}""".formatted(
                id, service.toUpperCase(Locale.ROOT), virtualAddress, virtualAddress, address, address, lease, agency);
    }

    String xml() {
        return """
                <instance><instanceId>%s</instanceId><app>%s</app><vipAddress>%s</vipAddress>
                  <hostName>%s</hostName><ipAddr>%s</ipAddr><status>UP</status><port enabled="true">8082</port>
                  <dataCenterInfo class="com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo"><name>MyOwn</name></dataCenterInfo>
                  <leaseInfo><durationInSecs>%d</durationInSecs></leaseInfo>
                  <metadata><agency>%s</agency></metadata></instance>""".formatted(id, service.toUpperCase(Locale.ROOT), virtualAddress, address, address, lease, agency);
    }
}
