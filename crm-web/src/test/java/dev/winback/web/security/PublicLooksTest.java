package dev.winback.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.Drawings;
import dev.winback.letter.LetterFiles;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.SurveyLetters;
import dev.winback.task.Appointments;
import dev.winback.testing.ALetter;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.ObjectMapper;

/**
 * letters.md, test 7: whoever looks at an address that needs no login changes no table, least of
 * all the letter in doubt that it belongs to. Following a link and loading the picture count: that
 * is what they are for.
 */
@WebTest
class PublicLooksTest {

  private static final Duration LEASE = Duration.ofMinutes(10);

  @Autowired MockMvcTester mvc;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient jdbc;
  @Autowired Stories stories;
  @Autowired Outbox outbox;
  @Autowired SurveyLetters surveys;
  @Autowired LetterFiles files;
  @Autowired Appointments appointments;

  @Test
  void lookingAtAnAddressWithoutALoginChangesNoTable() {
    var addresses = addresses();
    assertThat(addresses.keySet()).as("all that need no login").containsAll(open());
    var calls = new AccessCalls(mvc, jdbc, json);
    var soft = new SoftAssertions();
    addresses.forEach(
        (pattern, path) -> {
          for (var method : List.of("HEAD", "OPTIONS", "GET")) {
            boolean counts = pattern.matches("/[co]/.*") && method.equals("GET");
            soft.assertThat(calls.wrote(() -> look(method, path)))
                .as(method + " " + pattern)
                .isEqualTo(counts);
          }
        });
    soft.assertAll();
  }

  private void look(String method, String path) {
    var answer =
        mvc.perform(
            MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                .header("User-Agent", "Mozilla/5.0 (Macintosh) Safari/605"));
    assertThat(answer.getResponse().getStatus()).as(method + " " + path).isNotIn(400, 404, 500);
  }

  private static List<String> open() {
    return AccessRow.all().stream()
        .filter(row -> row.method().equals("GET") && !row.path().startsWith("/actuator"))
        .filter(row -> !row.cells().get("anonymous").equals("login"))
        .map(AccessRow::path)
        .toList();
  }

  /** Each with a token that is good. */
  private Map<String, String> addresses() {
    var manager = stories.manager();
    ALetter.in(jdbc).tracked();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    outbox.announce(letter, new RenderedLetter("s", "h", "t"), "a", Duration.ofSeconds(5), LEASE);
    outbox.inDoubt(letter.id(), "a", "[EOF]");
    var all = new LinkedHashMap<String, String>();
    all.put("/login", "/login");
    all.put("/setup", "/setup");
    all.put("/u/{token}", path(letter.content().unsubscribeUrl()));
    all.put("/s/{token}", path(surveys.link(invitation())));
    all.put("/f/{file}", "/f/" + file());
    all.put("/calendar/{token}.ics", "/calendar/" + appointments.open(manager) + ".ics");
    all.put("/hooks/mail", "/hooks/mail");
    all.put("/c/{token}", path(letter.tracked().links().get("https://shop.example")));
    all.put("/o/{token}", path(letter.tracked().pixel()));
    return all;
  }

  private long invitation() {
    return jdbc.sql(
            """
            insert into survey_invitation (survey_id, customer_id, way, invited_by, invited_at)
            select s.id, c.id, 'letter', (select min(id) from member), '2026-05-01' from survey s, customer c where s.kind = 'satisfaction' limit 1
            returning id
            """)
        .query(Long.class)
        .single();
  }

  private String file() {
    var pdf = Drawings.pdf("");
    return files.add("prices.pdf", "Prices", () -> pdf, stories.marketing()).address() + ".pdf";
  }

  private static String path(String address) {
    return address.replace("http://localhost:8080", "");
  }
}
