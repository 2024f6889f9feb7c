package dev.winback.web.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.DueLetter;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.testing.ALetter;
import dev.winback.web.testing.WebTest;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** RFC 8058 and letters.md, "Unsubscribe": looking changes nothing, a POST acts at once. */
@WebTest
class UnsubscribeTest {

  private static final Duration LEASE = Duration.ofMinutes(10);

  @Autowired MockMvcTester mvc;
  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource data;

  @Test
  void lookingAtThePageChangesNothing() {
    var path = path(claimed());

    var page = mvc.get().uri(path).exchange();
    assertThat(page).hasStatusOk().bodyText().contains("a***@e***").doesNotContain("anna@");
    assertThat(page)
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("X-Robots-Tag", "noindex")
        .hasHeader("Referrer-Policy", "no-referrer")
        .doesNotContainHeader("Set-Cookie");
    assertThat(mvc.head().uri(path)).hasStatusOk();
    assertThat(suppressions()).isZero();
  }

  @Test
  void oneClickStopsEverythingAtOnceAndTwiceIsOnce() {
    var letter = claimed();
    long waiting = ALetter.in(jdbc).ofRung(2).planned();

    for (int i = 0; i < 2; i++) {
      var answer = oneClick(path(letter));
      assertThat(answer).hasStatusOk().bodyText().isEmpty();
      assertThat(answer).doesNotContainHeader("Set-Cookie").doesNotContainHeader("Location");
    }

    assertThat(suppressions()).isOne();
    assertThat(announce(letter)).isFalse();
    assertThat(one("select state from letter where id = " + waiting)).isEqualTo("SUPPRESSED");
    assertThat(one("select string_agg(distinct email_consent::text, '') from customer"))
        .isEqualTo("false");
  }

  /** A mail provider comes again after a 503; after a 200 or a 400 the wish would be lost. */
  @Test
  void oneClickAtABusyDatabaseIsNotLost() throws Exception {
    var path = path(claimed());
    try (var other = data.getConnection()) {
      other.setAutoCommit(false);
      other.prepareStatement("select from mail_address for update").execute();
      other.prepareStatement("select from customer for update").execute();
      assertThat(oneClick(path)).hasStatus(503);
      other.rollback();
    }
    assertThat(suppressions()).isZero();
    assertThat(oneClick(path)).hasStatusOk();
    assertThat(suppressions()).isOne();
  }

  @Test
  void thePageStopsAndTakesBack() {
    var path = path(claimed());

    assertThat(mvc.post().uri(path).param("act", "stop"))
        .hasStatusOk()
        .bodyText()
        .contains("We have stopped all letters to a***@e***");
    assertThat(one("select email_consent::text from customer")).isEqualTo("false");
    assertThat(mvc.post().uri(path).param("act", "undo"))
        .hasStatusOk()
        .bodyText()
        .contains("Taken back");
    assertThat(one("select email_consent::text from customer")).isEqualTo("true");
  }

  /** Whatever the browser asks for: he reads the language of the letter. */
  @Test
  void thePageSpeaksTheLanguageOfItsLetter() {
    var path = path(claimed());
    var english = mvc.get().uri(path).header("Accept-Language", "de").exchange();
    assertThat(english).bodyText().contains("<html lang=\"en\"", "Stop all letters");
    jdbc.sql("update firm set letter_language = 'de'").update();
    var german = mvc.get().uri(path).header("Accept-Language", "en").exchange();
    assertThat(german)
        .bodyText()
        .contains("<html lang=\"de\"", "Keine Briefe mehr?", "an a***@e***", "Speichern")
        .doesNotContain("??", "letters");
    assertThat(mvc.post().uri(path).param("act", "stop"))
        .bodyText()
        .contains("Wir schicken keine Briefe mehr an a***@e***");
    assertThat(mvc.get().uri("/u/forged")).bodyText().contains("Dieser Link funktioniert nicht");
    assertThat(mvc.get().uri("/c/forged")).bodyText().contains("Dieser Link funktioniert nicht");
    jdbc.sql("update firm set letter_language = 'pl'").update();
    assertThat(mvc.get().uri(path)).bodyText().contains("<html lang=\"en\"", "You get no more");
  }

  @Test
  void oneClickIsOneWhateverElseIsSentWithIt() {
    assertThat(
            mvc.post()
                .uri(path(claimed()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("List-Unsubscribe=One-Click&act=stop"))
        .hasStatusOk();
    assertThat(suppressions()).isOne();
  }

  @Test
  void theSameWishTwiceIsOne() {
    var path = path(claimed());
    for (var wish : new String[] {"pause", "pause", "carts", "carts", "pause"}) {
      assertThat(mvc.post().uri(path).param("act", wish)).hasStatusOk();
    }
    assertThat(one("select count(*)::text from mailbox_quiet")).isEqualTo("3");
  }

  @Test
  void takingBackTooLateLeavesThePauseAsItIs() {
    var path = path(claimed());
    mvc.post().uri(path).param("act", "pause").exchange();
    oneClick(path);
    jdbc.sql("update suppression set created_at = created_at - interval '11 minutes'").update();
    mvc.post().uri(path).param("act", "undo").exchange();
    assertThat(one("select count(*)::text from mailbox_quiet where lifted_at is null"))
        .isEqualTo("1");
  }

  @Test
  void takingBackComesTooLateAfterTenMinutes() {
    var path = path(claimed());
    oneClick(path);
    jdbc.sql("update suppression set created_at = created_at - interval '11 minutes'").update();

    assertThat(mvc.post().uri(path).param("act", "undo"))
        .hasStatusOk()
        .bodyText()
        .contains("too late");
    assertThat(one("select email_consent::text from customer")).isEqualTo("false");
  }

  @Test
  void aForgedAndAnUnknownTokenGetTheSameAnswer() {
    var path = path(claimed());
    var forged = path.substring(0, path.length() - 2) + (path.endsWith("AA") ? "BB" : "AA");
    jdbc.sql("update letter set address = null").update();

    var bodies =
        java.util.stream.Stream.of(forged, "/u/nonsense", path)
            .map(
                p -> {
                  var answer = mvc.get().uri(p).exchange();
                  assertThat(answer).hasStatus(400);
                  assertThat(oneClick(p)).hasStatus(400);
                  return body(answer);
                })
            .distinct()
            .toList();

    assertThat(bodies).hasSize(1);
    assertThat(suppressions()).isZero();
  }

  @Test
  void anOldKeyStillChecksAfterANewOneSigns() {
    var path = path(claimed());
    jdbc.sql("insert into signing_key (secret) values (decode(repeat('ab', 32), 'hex'))").update();

    assertThat(mvc.get().uri(path)).hasStatusOk();
  }

  private DueLetter claimed() {
    ALetter.in(jdbc).planned();
    // at noon of the test's clock everybody may be written to
    return outbox.claim("a", 1, LEASE).get(0);
  }

  private boolean announce(DueLetter letter) {
    return outbox.announce(
        letter, new RenderedLetter("s", "h", "t"), "a", Duration.ofSeconds(5), LEASE);
  }

  private MvcTestResult oneClick(String path) {
    return mvc.post()
        .uri(path)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .content("List-Unsubscribe=One-Click")
        .exchange();
  }

  private static String path(DueLetter letter) {
    return letter.content().unsubscribeUrl().replace("http://localhost:8080", "");
  }

  private static String body(MvcTestResult result) {
    try {
      return result.getResponse().getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private long suppressions() {
    return jdbc.sql("select count(*) from suppression where lifted_at is null")
        .query(Long.class)
        .single();
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }
}
