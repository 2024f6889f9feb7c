package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Customers;
import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * OPS-04, I8: a call under an idempotency key is done once, whatever it does; no body fills the
 * memory.
 */
@WebTest
class SentTwiceTest {

  private static final String PERSON = "{\"lastName\":\"Ruf\"}";
  private static final String TWO_CARTS = "customer,time,cart\r\n1,2026-01-02,A\r\n2,2026-01-03,B";

  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Customers customers;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void start() {
    People.hire(staff);
    stories.aCustomer("K-1").save();
  }

  @Test
  void aFileSentTwiceIsOneRun() throws Exception {
    var first = file("k1", "a", TWO_CARTS);
    var second = file("k1", "b", TWO_CARTS);
    assertThat(second.statusCode()).isEqualTo(202).isEqualTo(first.statusCode());
    assertThat(second.body()).isEqualTo(first.body()).contains("\"id\"");
    assertThat(second.headers().firstValue("Location"))
        .isPresent()
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(count("import_run")).isOne();
    assertThat(file("k1", "a", TWO_CARTS + "9").statusCode()).isEqualTo(409);
    file("k2", "a", TWO_CARTS);
    assertThat(count("import_run")).isEqualTo(2);
    // what works in the background would meet the tables of the next test
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> count("import_run where state = 'running'") == 0);
  }

  @Test
  void aPersonSentTwiceIsOnePerson() throws Exception {
    var first = person("k1", "admin", PERSON);
    var second = person("k1", "admin", PERSON);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(count("person")).isOne();
    assertThat(person("k1", "admin", "{\"lastName\":\"Rau\"}").statusCode()).isEqualTo(409);
    person("k1", "manager", PERSON);
    assertThat(count("person")).as("everybody has keys of his own").isEqualTo(2);
  }

  @Test
  void whatWasRefusedDidNothingAndIsSentCorrectedUnderTheSameKey() throws Exception {
    assertThat(person("k1", "admin", "{\"birthday\":\"1990-01-01\"}").statusCode()).isEqualTo(422);
    assertThat(person("k1", "admin", PERSON).statusCode()).isEqualTo(201);
    assertThat(person("x".repeat(201), "admin", PERSON).statusCode()).isEqualTo(422);
  }

  @Test
  void aKeyWhoseCallNeverEndedIsFreeAfterADay() throws Exception {
    person("k1", "admin", PERSON);
    jdbc.sql("update idempotency set status = 0, created_at = created_at - interval '23 hours'")
        .update();
    assertThat(person("k1", "admin", PERSON).statusCode()).isEqualTo(409);
    jdbc.sql("update idempotency set created_at = created_at - interval '1 hour 1 second'")
        .update();
    assertThat(person("k1", "admin", PERSON).statusCode()).isEqualTo(201);
    assertThat(count("person")).isEqualTo(2);
  }

  @Test
  void aKeyThatFactsHaveUsedIsUsed() throws Exception {
    var fact = "{\"customer\":\"K-1\",\"time\":\"2026-01-02\",\"amount\":1}";
    assertThat(send("/api/v1/purchases", "k1", "admin", fact).statusCode()).isEqualTo(200);
    assertThat(send("/api/v1/purchases", "k1", "admin", fact).body()).contains("\"created\":1");
    assertThat(person("k1", "admin", PERSON).statusCode()).isEqualTo(409);
  }

  @Test
  void anAnswerThatTellsOfSomebodyGoesWithWhoeverIsErased() throws Exception {
    person("k1", "admin", PERSON);
    customers.erase("K-1", stories.admin());
    var again = person("k1", "admin", PERSON);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void aBodyOfMoreThanItMayHaveIsNotRead() throws Exception {
    var large = "[" + "{},".repeat(6_000_000) + "{}]";
    var said = HttpRequest.BodyPublishers.ofString(large);
    var unsaid =
        HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(large));
    for (var body : new HttpRequest.BodyPublisher[] {said, unsaid}) {
      var answer = send("/api/v1/purchases", null, "admin", "application/json", body);
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("at most 16 MB", "/api/v1/imports");
    }
    assertThat(send("/api/v1/customers/K-1/persons", "k", "admin", "application/json", unsaid))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(413);
  }

  private HttpResponse<String> person(String key, String login, String body) throws Exception {
    return send("/api/v1/customers/K-1/persons", key, login, body);
  }

  private HttpResponse<String> file(String key, String line, String content) throws Exception {
    var body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(line, content, line);
    return send(
        "/api/v1/imports",
        key,
        "admin",
        "multipart/form-data; boundary=" + line,
        HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(String path, String key, String login, String body)
      throws IOException, InterruptedException {
    var json = HttpRequest.BodyPublishers.ofString(body);
    return send(path, key, login, "application/json", json);
  }

  private HttpResponse<String> send(
      String path, String key, String login, String type, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    var who = (login + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8);
    var ask =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(who))
            .header("Content-Type", type)
            .POST(body);
    if (key != null) {
      ask.header("Idempotency-Key", key);
    }
    return client.send(ask.build(), HttpResponse.BodyHandlers.ofString());
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
