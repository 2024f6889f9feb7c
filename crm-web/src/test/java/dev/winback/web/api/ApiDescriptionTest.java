package dev.winback.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The description of the API (api.md): both ways to sign in, a sentence for each call. */
@WebTest
class ApiDescriptionTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired ObjectMapper json;

  @Test
  void theDescriptionTellsBothWaysToSignInAndWhatEachCallDoes() {
    var api = api();
    assertThat(api.at("/openapi").asString()).startsWith("3.");
    var schemes = api.at("/components/securitySchemes");
    assertThat(schemes.at("/login/scheme").asString()).isEqualTo("basic");
    assertThat(schemes.at("/key/scheme").asString()).isEqualTo("bearer");
    assertThat(api.at("/security")).hasSize(2);
    var silent = new TreeSet<String>();
    for (var path : api.at("/paths").properties()) {
      for (var call : path.getValue().properties()) {
        if (path.getKey().startsWith("/api/")
            && call.getValue().path("summary").asString("").isEmpty()) {
          silent.add(
              call.getKey()
                  + " "
                  + path.getKey()
                  + " "
                  + call.getValue().path("operationId").asString(""));
        }
      }
    }
    assertThat(silent).as("write its sentence into messages/operations.properties").isEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhereAndNobodySendsTheActor() {
    var api = api();
    assertThat(api.toString()).doesNotContain("components/schemas/Actor", "schemas/JsonNode");
    assertThat(api.at("/paths/~1api~1v1~1lapses~1{id}/get/parameters/0/schema/type").asString(""))
        .isEqualTo("integer");
    assertThat(api.at("/paths/~1api~1v1~1customers~1{ref}/get/responses/200").toString())
        .contains("schemas/CustomerWhole");
    for (var reference : api.findValues("$ref")) {
      assertThat(api.at(reference.asString().substring(1)).isMissingNode())
          .as(reference.asString())
          .isFalse();
    }
    for (var path : api.at("/paths").properties()) {
      for (var call : path.getValue().properties()) {
        assertThat(call.getValue().path("responses").isEmpty()).as(path.getKey()).isFalse();
      }
    }
  }

  private JsonNode api() {
    stories.manager();
    var answer = mvc.get().uri("/v3/api-docs").with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    return json.readTree(answer.getResponse().getContentAsByteArray());
  }
}
