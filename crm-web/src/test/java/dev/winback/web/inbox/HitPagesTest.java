package dev.winback.web.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.DueLetter;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.testing.ALetter;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The public addresses of letters: T47 of hold.md, test 7 of letters.md; a click is on the
 * customer's time line (MEA-06).
 */
@WebTest
class HitPagesTest {

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final String PERSON = "Mozilla/5.0 (Macintosh) Safari/605";

  @Autowired MockMvcTester mvc;
  @Autowired Outbox outbox;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void aLinkLeadsWhereItsLetterSaysAndIsOnTheTimeLine() {
    var letter = agreed();
    var way = path(letter.tracked().links().get("https://shop.example"));
    var answer = get(way + "?url=https://evil.example");
    assertThat(answer)
        .hasStatus(302)
        .hasHeader("Location", "https://shop.example")
        .hasHeader("Cache-Control", "no-store")
        .doesNotContainHeader("Set-Cookie");
    assertThat(one("select count(*)::text from letter_hit where machine is null")).isEqualTo("1");
    var ref = one("select ref from customer");
    assertThat(mvc.get().uri("/customers/" + ref).with(user("manager")))
        .hasStatusOk()
        .bodyText()
        .contains("followed a link");
    assertThat(mvc.get().uri("/letters/returns").with(user("manager")))
        .hasStatusOk()
        .bodyText()
        .contains("Followed a link");
  }

  @Test
  void lookingAndAskingForOptionsCountNothing() {
    var letter = agreed();
    var way = path(letter.tracked().links().get("https://shop.example"));
    assertThat(mvc.head().uri(way)).hasStatus(302);
    assertThat(mvc.options().uri(way)).hasStatusOk();
    assertThat(mvc.head().uri(path(letter.tracked().pixel()))).hasStatusOk();
    assertThat(one("select count(*)::text from letter_hit")).isEqualTo("0");
  }

  @Test
  void aForgedAndAnUnknownLinkAreTheSamePage() {
    var letter = agreed();
    var way = path(letter.tracked().links().get("https://shop.example"));
    var forged = way.substring(0, way.length() - 3) + "AAA";
    var pages =
        Stream.of(forged, "/c/nonsense", path(letter.tracked().trap()), "/o/nonsense")
            .map(this::get)
            .map(
                answer -> {
                  assertThat(answer).hasStatus(404).doesNotContainHeader("Location");
                  return text(answer);
                })
            .distinct();
    assertThat(pages).hasSize(1);
  }

  @Test
  void thePictureIsAPointThatNobodyKeeps() {
    var letter = agreed();
    assertThat(get(path(letter.tracked().pixel())))
        .hasStatusOk()
        .hasHeader("Content-Type", "image/gif")
        .hasHeader("Cache-Control", "no-store");
    assertThat(one("select number::text from letter_hit")).isEqualTo("-1");
  }

  @Test
  void aReaderSaysWhatHeWantsAndLookingChangesNothing() {
    var letter = agreed();
    var page = path(letter.content().unsubscribeUrl());
    assertThat(get(page)).hasStatusOk().bodyText().contains("No letters for 90 days");
    assertThat(act(page, "pause")).hasStatusOk().bodyText().contains("No letters until");
    assertThat(act(page, "undo")).hasStatusOk().bodyText().contains("Taken back");
    assertThat(act(page, "carts"))
        .hasStatusOk()
        .bodyText()
        .contains("Only letters about your cart");
    assertThat(act(page, "stop")).hasStatusOk().bodyText().contains("You get no more letters");
    assertThat(act(page, "tracking")).hasStatusOk().bodyText().contains("Saved.");
    assertThat(one("select string_agg(clicks::text, ' ' order by id) from tracking_consent"))
        .isEqualTo("true false");
    for (var deed : new String[] {"pause", "carts", "stop", "tracking"}) {
      assertThat(act("/u/nonsense", deed)).as(deed).hasStatus(400);
    }
  }

  @Test
  void aMemberNotesWhatACustomerHasSaidAndMarketingBeginsToCountOpenings() {
    var letter = agreed();
    assertThat(letter.tracked().pixel()).isNotNull();
    var ref = one("select ref from customer");
    post("/customers/" + ref + "/tracking?clicks=true", "manager");
    assertThat(one("select clicks || ' ' || opens from tracking_consent order by id desc limit 1"))
        .isEqualTo("true false");
    stories.marketing();
    post("/letters/rungs/1/pixel?on=false", "marketing");
    assertThat(one("select count(*)::text from rung_pixel")).isEqualTo("0");
    post("/letters/rungs/1/pixel?on=true", "marketing");
    assertThat(one("select count(*)::text from rung_pixel")).isEqualTo("1");
  }

  private DueLetter agreed() {
    stories.manager();
    ALetter.in(jdbc).tracked();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    outbox.announce(letter, new RenderedLetter("s", "h", "t"), "a", Duration.ofSeconds(5), LEASE);
    outbox.sent(letter.id(), "a", 250, "ok");
    clock.forward(Duration.ofMinutes(1));
    return letter;
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(path).header("User-Agent", PERSON).exchange();
  }

  private MvcTestResult act(String page, String deed) {
    return mvc.post().uri(page).param("act", deed).exchange();
  }

  private void post(String path, String login) {
    assertThat(mvc.post().uri(path).with(user(login)).with(csrf())).hasStatus3xxRedirection();
  }

  private static String path(String way) {
    return way.replace("http://localhost:8080", "");
  }

  private static String text(MvcTestResult answer) {
    try {
      return answer.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }
}
