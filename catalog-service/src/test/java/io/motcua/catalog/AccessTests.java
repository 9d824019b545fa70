package io.motcua.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motcua.platform.testing.Api;
import io.motcua.platform.testing.ServiceTest;
import io.motcua.platform.testing.Tokens;
import io.motcua.platform.testing.access.AccessMatrix;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;

/** In an agency of its own, with a service that is in force and has a draft of its next version. */
@ServiceTest
class AccessTests implements AccessMatrix {

    private static final String AGENCY = "H91";

    private final Map<String, String> services = new ConcurrentHashMap<>();

    @Autowired
    Api api;

    @Override
    public Api door() {
        return api;
    }

    @Override
    public String here() {
        return AGENCY;
    }

    @Override
    public String elsewhere() {
        return "H37";
    }

    @Override
    public Map<String, String> thing(String operation, String personalId) {
        return Map.of("code", services.computeIfAbsent("one", _ -> service()), "version", "1");
    }

    @Override
    public String missing(String name) {
        return name.replace("-01", "-99");
    }

    private String service() {
        SampleData.agency(api, AGENCY, "QQ");
        var code = "QQ-THU-01";
        var draft = "/api/v1/agencies/" + AGENCY + "/services/" + code + "/draft";
        var editor = api.as(Tokens.staff(AGENCY, "catalogue-editor"));
        var content = """
                {"names":{"vi":"Thủ tục thử"},"tier":"PROVINCE","sector":"Thử","audiences":["CITIZEN"],
                 "levelScheme":"42/2022/NĐ-CP","levelCode":"TOAN_TRINH","eligibility":{"status":"ELIGIBLE"},
                 "channels":[{"channel":"ONLINE","limit":{"amount":5,"unit":"WORKING_DAY"},"fees":[]}],
                 "components":[],"receivingUnit":"000.00.01.H91","result":{"vi":"Giấy phép"},"legalBasis":["Luật"],
                 "validFrom":"2024-01-01","source":"test"}""";
        var begun = editor.header("If-None-Match", "*").put(draft, content);
        assertThat(begun.status()).as("%s", begun).isEqualTo(201);
        var published = editor.ifMatch(begun.revision()).post(draft.replace("/draft", "/publication"), null);
        assertThat(published.status()).as("%s", published).isEqualTo(201);
        var next = editor.header("If-None-Match", "*").put(draft, content.replace("2024-01-01", "2025-01-01"));
        assertThat(next.status()).as("%s", next).isEqualTo(201);
        return code;
    }
}
