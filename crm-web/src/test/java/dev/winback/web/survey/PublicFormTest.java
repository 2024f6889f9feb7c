package dev.winback.web.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * T47, UND-13 and UND-16: the form behind a letter. Looking changes nothing, an answer is stored
 * once, a bad link tells nothing, and nobody's name stands on it.
 */
class PublicFormTest extends SurveyWalk {

  @Test
  void lookingChangesNothingAndNamesNobody() throws Exception {
    var path = invited();

    var page = mvc.get().uri(path).exchange();

    assertThat(page)
        .hasStatusOk()
        .hasHeader("Cache-Control", "no-store")
        .hasHeader("X-Robots-Tag", "noindex")
        .hasHeader("Referrer-Policy", "no-referrer")
        .doesNotContainHeader("Set-Cookie");
    assertThat(page.getResponse().getHeader("Content-Security-Policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(html(page).text())
        .contains("Why did you leave?", "What is the reason for the termination?")
        .doesNotContain("Weber", "K-1", "Rita");
    assertThat(html(page).select("form input[name=_csrf], form[action]")).isEmpty();
    assertThat(mvc.head().uri(path)).hasStatusOk();
    assertThat(number("select count(*) from survey_answer")).isZero();
    assertThat(number("select count(*) from survey_invitation where answered_at is null")).isOne();
  }

  @Test
  void anAnswerIsStoredOnceAndStandsWithTheLoss() throws Exception {
    var path = invited();

    assertThat(answer(path, field("reason"), "cheaper", field("severity"), "4"))
        .hasStatusOk()
        .bodyText()
        .contains("Thank you");
    assertThat(answer(path, field("reason"), "taste")).hasStatusOk().bodyText().contains("Thank");

    assertThat(mvc.get().uri(path)).hasStatusOk().bodyText().contains("Thank you");
    assertThat(number("select count(*) from finding where stated = 'cheaper'")).isOne();
    assertThat(number("select count(*) from finding")).isOne();
    var why = page("rep", "/lapses/" + lapse.value()).select("#why").text();
    assertThat(why)
        .startsWith("Why they left Stated reason Found it cheaper Who says so The customer");
    assertThat(page("manager", "/").select(".banner.danger")).hasSize(1);
  }

  /** Its own words; the questions are the firm's. Members go on reading English. */
  @Test
  void theFormSpeaksTheLanguageOfItsLetter() throws Exception {
    var path = invited();
    jdbc.sql("update firm set letter_language = 'de'").update();
    assertThat(html(mvc.get().uri(path).exchange()).text())
        .contains("Bitte wählen", "Der Preis", "4 eine Katastrophe", "Absenden")
        .doesNotContain("Please", "The price");
    assertThat(answer(path, field("words"), " ")).bodyText().contains("mindestens eine Frage");
    assertThat(answer(path, field("severity"), "9")).bodyText().contains("Bitte wählen Sie eine");
    assertThat(answer(path, field("reason"), "taste")).bodyText().contains("Vielen Dank");
    var phone =
        mvc.get()
            .uri("/surveys/" + departed + "/phone?ref=K-1")
            .header("Accept-Language", "de")
            .with(
                org.springframework.security.test.web.servlet.request
                    .SecurityMockMvcRequestPostProcessors.user("rep"))
            .exchange();
    assertThat(html(phone).text()).doesNotContain("Der Preis", "Bitte");
    assertThat(mvc.get().uri("/s/forged")).bodyText().contains("Dieser Link funktioniert nicht");
  }

  @Test
  void whoComesAfterTheSurveyIsToldThatItIsOver() throws Exception {
    var path = invited();
    jdbc.sql("update survey set closed_at = now()").update();
    assertThat(mvc.get().uri(path)).hasStatusOk().bodyText().contains("This survey is over");
    assertThat(answer(path, field("reason"), "taste"))
        .hasStatusOk()
        .bodyText()
        .contains("This survey is over")
        .doesNotContain("Thank you");
    assertThat(number("select count(*) from survey_answer")).isZero();
  }

  @Test
  void aBlankOrWrongAnswerComesBackWithWhatWasTyped() throws Exception {
    var path = invited();

    assertThat(answer(path, field("words"), "   "))
        .hasStatus(422)
        .bodyText()
        .contains("Please answer at least one question.");
    var wrong = answer(path, field("reason"), "nonsense", field("words"), "Nobody <called>");
    assertThat(wrong).hasStatus(422);
    assertThat(html(wrong).select("textarea").eachText()).contains("Nobody <called>");
    assertThat(html(wrong).select("[role=alert]").text()).contains("one of the answers given");
    assertThat(number("select count(*) from survey_answer")).isZero();
  }

  /** Words copied out of a PDF; nothing he wrote is lost. */
  @Test
  void aZeroByteInAnAnswerIsLeftOut() throws Exception {
    var path = invited();
    assertThat(answer(path, field("words"), "too\0 dear"))
        .hasStatusOk()
        .bodyText()
        .contains("Thank");
    assertThat(jdbc.sql("select answer from survey_answer").query(String.class).single())
        .isEqualTo("too dear");
  }

  /** A scanner that tries tokens learns nothing from the answers. */
  @Test
  void aForgedAnUnknownAndAnErasedLinkAnswerAlike() throws Exception {
    var path = invited();
    var forged = path.substring(0, path.length() - 3) + "AAA";
    var unknown = letters.link(123_456);
    var nothing = mvc.get().uri("/s/nonsense").exchange();
    assertThat(nothing).hasStatus(400);

    for (var other : new String[] {forged, unknown.substring(unknown.indexOf("/s/"))}) {
      var answer = mvc.get().uri(other).exchange();
      assertThat(answer).hasStatus(400);
      assertThat(html(answer).select("main").html()).isEqualTo(html(nothing).select("main").html());
      assertThat(answer(other, field("words"), "x")).hasStatus(400);
    }
    assertThat(number("select count(*) from survey_answer")).isZero();
  }

  private MvcTestResult answer(String path, String... pairs) {
    var request = mvc.post().uri(path);
    for (int i = 0; i < pairs.length; i += 2) {
      request.param(pairs[i], pairs[i + 1]);
    }
    return request.exchange();
  }
}
