package dev.winback.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * api.md, "REST": every error is an RFC 9457 problem document, those that no handler answers too.
 */
@WebTest
class ApiErrorsTest {

  @Autowired Staff staff;
  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    People.hire(staff);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/v1/nothing,              application/json, 404",
    "GET,    /api/v1/nights/abc,           application/json, 404",
    "DELETE, /api/v1/customers,            application/json, 405",
    "POST,   /api/v1/purchases,            text/plain,       415",
    "POST,   /api/v1/purchases,            application/json, 400",
    "GET,    /api/v1/customers?limit=many, application/json, 422",
    "GET,    /api/v1/customers?owner=%00,  application/json, 400",
    "GET,    /api/v1/lapses?customer=%00,  application/json, 400",
    "POST,   /api/v1/imports,              application/json, 422",
    "GET,    /api/v1/imports?limit=0,      application/json, 422",
    "GET,    /api/v1/imports?limit=1001,   application/json, 422",
  })
  void everyErrorIsAProblemDocument(String method, String path, String type, int status)
      throws Exception {
    var answer = call(method, path, type, "{\"customer\"");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, "\"title\":", "\"detail\":");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,  /api/v1/ladder/rungs/1,      percent, '{\"percent\":\"many\"}'",
    "POST, /api/v1/ladder/rungs/1/mode, backlog, '{\"mode\":\"off\",\"backlog\":\"perhaps\"}'",
    "POST, /api/v1/nights,              day,     '{\"day\":\"1998-13-02\"}'",
    "POST, /api/v1/nights,              day,     '{\"day\":19}'",
    "POST, /api/v1/nights,              day,     '{\"day\":\"+999999999-12-30\"}'",
    "POST, /api/v1/lapses/1/plan,       dueOn,   '{\"what\":\"x\",\"dueOn\":\"+999999999-12-30\"}'",
    "POST, /api/v1/lapses/1/pause,      until,   '{\"until\":\"2200-01-01\"}'",
    "POST, /api/v1/lapses/1/decision,   until,   '{\"decision\":\"later\",\"until\":\"-999999999-01-01\"}'",
    "POST, /api/v1/customers/1/seasons, until,   '{\"until\":\"+999999999-12-30\"}'",
    "POST, /api/v1/customers/1/moments, day,     '{\"day\":\"+999999999-12-30\",\"title\":\"x\"}'",
    "POST, /api/v1/purchases,           customer,'{\"customer\":{\"a\":1}}'",
    "POST, /api/v1/purchases, amount, '{\"customer\":\"1\",\"time\":\"2026-01-02\",\"amount\":1e400}'",
    "POST, /api/v1/purchases, amount, '{\"customer\":\"1\",\"time\":\"2026-01-02\",\"amount\":1e999999999}'",
    "POST, /api/v1/purchases, amount, '{\"customer\":\"1\",\"time\":\"2026-01-02\",\"amount\":1.000000000000000001}'",
    "PUT,  /api/v1/customers/nobody,    city,    '{\"city\":{\"a\":1}}'",
    "POST, /api/v1/shops,               system,  '{\"system\":\"prestashop\"}'",
    "GET,  /api/v1/phrases,             sort,    ''",
  })
  void aValueOfTheWrongKindIsNamedWithItsField(
      String method, String path, String field, String body) throws Exception {
    var answer = call(method, path, "application/json", body);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
  }

  @Test
  void ofTwoValuesUnderOneNameNoneIsTaken() throws Exception {
    var twice = "{\"customer\":\"1\",\"customer\":\"2\",\"time\":\"2026-01-02\",\"amount\":1}";
    assertThat(call("POST", "/api/v1/purchases", "application/json", twice).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aWordThatIsNotKnownIsAnsweredWithThoseThatAre() throws Exception {
    var answer = call("POST", "/api/v1/shops", "application/json", "{\"system\":\"prestashop\"}");
    assertThat(answer.body()).contains("prestashop", "shopify, woocommerce");
  }

  @Test
  void withoutALoginTheSentenceSaysHowToSignIn() throws Exception {
    var ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/customers"));
    var answer = client.send(ask.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("HTTP Basic").doesNotContain("''");
  }

  private HttpResponse<String> call(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    var login = ("admin:" + People.PASSWORD).getBytes(StandardCharsets.UTF_8);
    var ask =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(ask, HttpResponse.BodyHandlers.ofString());
  }
}
