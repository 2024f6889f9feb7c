package dev.winback.web.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winback.importing.ImportHistory;
import dev.winback.importing.Imports;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Wording;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whoever watches a run hears over a real connection how far it is, until it is over. */
@WebTest
class RunEventsTest {

  @Autowired Staff staff;
  @Autowired JdbcClient jdbc;
  @Autowired Imports imports;
  @Autowired ImportHistory history;
  @Autowired Wording wording;
  @LocalServerPort int port;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  @BeforeEach
  void hire() {
    People.hire(staff);
  }

  @Test
  void severalViewersHearHowFarItIsAndTheStreamsEndWithTheRun() throws Exception {
    long run = running();
    signIn();
    var viewers =
        List.of(
            new Viewer("/api/v1/imports/" + run + "/events"),
            new Viewer("/api/v1/imports/" + run + "/events"),
            new Viewer("/settings/imports/" + run + "/events"));
    viewers.forEach(viewer -> viewer.hears("\"rows\":0"));
    set(run, "rows = 7000, bytes_read = 40");
    viewers.forEach(viewer -> viewer.hears("\"rows\":7000"));
    viewers.forEach(viewer -> viewer.hears("\"percent\":40"));
    set(run, "state = 'done', finished_at = clock_timestamp()");
    for (var viewer : viewers) {
      viewer.ends();
      assertThat(viewer.lines).containsSubsequence("event:progress", "event:end", "over");
    }
  }

  @Test
  void whoComesAfterTheEndHearsTheEndAndNothingElse() throws Exception {
    long run = running();
    set(run, "state = 'failed', failure = 'empty', finished_at = clock_timestamp()");
    var late = new Viewer("/api/v1/imports/" + run + "/events");
    late.ends();
    assertThat(late.lines).filteredOn(line -> line.startsWith("event:")).containsOnly("event:end");
    assertThat(late.headers()).contains("text/event-stream", "no");
  }

  @Test
  void theStreamIsClosedToWhoMayNotSeeImports() throws Exception {
    long run = running();
    var path = "/api/v1/imports/" + run + "/events";
    var ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    assertThat(client.send(ask.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
    var rep = client.send(ask(path, "rep"), HttpResponse.BodyHandlers.ofString());
    assertThat(rep.statusCode()).isEqualTo(403);
    set(run, "state = 'done'");
  }

  @Test
  void aNodeThatIsStoppedLetsItsViewersGo() {
    long run = running();
    var events = new RunEvents(history, wording);
    var manager = People.of(staff, "manager");
    var emitter = events.watch(imports.run(run, manager), new MockHttpServletResponse());
    events.close();
    assertThatThrownBy(() -> emitter.send("still there?"))
        .isInstanceOf(IllegalStateException.class);
    set(run, "state = 'done'");
  }

  /** Another node works on it. */
  private long running() {
    return jdbc.sql(
            """
            insert into import_run (file_name, state, phase, node, bytes_total)
            values ('f.csv', 'running', 'reading', '1@elsewhere/x', 100) returning id
            """)
        .query(Long.class)
        .single();
  }

  private void set(long run, String what) {
    jdbc.sql("update import_run set " + what + " where id = :id").param("id", run).update();
  }

  private void signIn() throws IOException, InterruptedException {
    var login = URI.create("http://localhost:" + port + "/login");
    var page =
        client.send(HttpRequest.newBuilder(login).build(), HttpResponse.BodyHandlers.ofString());
    var token = Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
    var form =
        "username=manager&password=%s&_csrf=%s"
            .formatted(People.PASSWORD, URLEncoder.encode(token, StandardCharsets.UTF_8));
    var answer =
        client.send(
            HttpRequest.newBuilder(login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("error");
  }

  /** A program has no session. */
  private HttpClient clientOf(String path) {
    return path.startsWith("/api/") ? HttpClient.newHttpClient() : client;
  }

  private HttpRequest ask(String path, String login) {
    var basic = (login + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8);
    var ask = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return path.startsWith("/api/")
        ? ask.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic)).build()
        : ask.build();
  }

  /** One open stream. */
  private class Viewer {

    final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Void>> answer;

    Viewer(String path) {
      answer =
          clientOf(path)
              .sendAsync(
                  ask(path, "manager"),
                  response -> {
                    assertThat(response.statusCode()).isEqualTo(200);
                    return HttpResponse.BodySubscribers.fromLineSubscriber(
                        new Lines(lines), s -> null, StandardCharsets.UTF_8, null);
                  });
    }

    void hears(String words) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> {
                assertThat(answer).isNotCompletedExceptionally();
                assertThat(lines).anyMatch(line -> line.contains(words));
              });
    }

    void ends() {
      await().atMost(Duration.ofSeconds(20)).until(answer::isDone);
      assertThat(answer).isCompleted();
    }

    List<String> headers() {
      var headers = answer.join().headers();
      return List.of(
          headers.firstValue("Content-Type").orElse("").replaceAll(";.*", ""),
          headers.firstValue("X-Accel-Buffering").orElse(""));
    }
  }
}
