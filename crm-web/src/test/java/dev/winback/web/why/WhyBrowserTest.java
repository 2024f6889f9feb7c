package dev.winback.web.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.LapseId;
import dev.winback.letter.SurveyLetters;
import dev.winback.signal.Signals;
import dev.winback.staff.Staff;
import dev.winback.survey.Invitations;
import dev.winback.survey.Target;
import dev.winback.task.Desk;
import dev.winback.task.TaskKind;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Look;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Understanding a loss, walked in a real browser: a manager looks at the background and learns the
 * reason, a rep does so from the call.
 */
@WebTest
class WhyBrowserTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Signals signals;
  @Autowired Invitations invitations;
  @Autowired SurveyLetters surveyLetters;
  @Autowired JdbcClient jdbc;
  private Browser browser;
  private LapseId lapse;

  @BeforeEach
  void aLostCustomer() {
    People.hire(staff);
    var rep = staff.actor("rep");
    var customer =
        stories
            .aCustomer("K-1")
            .named("Ölmühle Łódź & Söhne GmbH")
            .soldBy(rep)
            .buyingEvery(30)
            .times(6)
            .silentFor(95);
    lapse = desk.lapse(customer, rep, "5400");
    desk.task(lapse, rep, TaskKind.CALL, MovableClock.START);
    jdbc.sql(
            "update purchase set items = '2 × Espresso beans Sidamo 1 kg, Tea set “Hafen”, 6 cups'")
        .update();
    jdbc.sql(
            """
            insert into complaint (customer_id, source, external_id, complained_at, text, severity, human)
            select id, 's', 'k1', '2026-02-20', 'Three days late, and nobody called back', 2, true from customer
            """)
        .update();
    signals.foldAll(MovableClock.START);
    browser = Browser.open(port);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aManagerLooksAtTheBackgroundAndLearnsTheReason() {
    browser.signIn("manager", People.PASSWORD).go("/lost").press("j").press("o");
    browser.until(d -> browser.path().startsWith("/lapses/" + lapse.value()));
    looksSound("lapse-open");
    browser.one("#background button[name=all]").click();
    browser.until(d -> browser.one("#background").getText().contains("by Mona Manager"));
    browser.size(320, 640);
    assertThat(browser.script("return document.documentElement.scrollWidth")).isEqualTo(320L);
    browser.size(1440, 900);
    browser.one("#field-stated").sendKeys("Price");
    browser.one("#field-real").sendKeys("Deliv");
    browser.one("#field-severity").sendKeys("4");
    browser.one("#field-wish").sendKeys("One contact who calls back");
    browser.one("#why form button.btn-primary").click();
    browser.until(d -> browser.one("#why").getText().contains("Only our guess"));
    looksSound("lapse-guess");
    browser.press("z");
    browser.until(d -> browser.one("#why").getText().contains("Nobody has asked yet"));
  }

  /** Also from a fold that was opened by hand, and of the next page only. */
  @Test
  void whatWasTypedIsThereAgainWhenAnotherFormOfThePageWasPressed() {
    browser.signIn("manager", People.PASSWORD).go("/lapses/" + lapse.value());
    browser.one("#field-words").sendKeys("Late \"again\"\nsaid he");
    browser.one("#field-severity").sendKeys("4");
    browser.all("#field-whys input").get(1).sendKeys("no van");
    browser.one("#background button[name=all]").click();
    browser.until(d -> browser.one("#background").getText().contains("by Mona Manager"));
    browser.until(d -> browser.one("#toasts").getText().contains("not saved yet"));
    assertThat(browser.one("#field-words").getDomProperty("value"))
        .isEqualTo("Late \"again\"\nsaid he");
    assertThat(browser.one("#field-severity").getDomProperty("value")).isEqualTo("4");
    assertThat(browser.all("#field-whys input").get(1).getDomProperty("value")).isEqualTo("no van");
    assertThat(browser.script("return sessionStorage.getItem('typed')")).isNull();
    browser.go("/lapses/" + lapse.value());
    assertThat(browser.one("#field-words").getDomProperty("value")).isEmpty();
  }

  /** Enter in the reason is no decision: the first of four buttons is not meant by it. */
  @Test
  void enterInTheReasonOfADecisionDecidesNothing() {
    browser.signIn("manager", People.PASSWORD).go("/lapses/" + lapse.value());
    browser.one("#decision [name=reason]").sendKeys("too far away", Keys.ENTER);
    browser.script("document.querySelector('#decision [value=later]').click()");
    browser.until(d -> !browser.all("#toasts .note").isEmpty());
    assertThat(jdbc.sql("select decision from decision_record").query(String.class).list())
        .containsExactly("LATER");
    assertThat(browser.path()).endsWith("#decision");
  }

  @Test
  void aRepDoesTheSameFromTheCallWithinItsFields() {
    browser.signIn("rep", People.PASSWORD).go("/today");
    browser.one("#gate");
    looksSound("call-gate");
    browser.press("4");
    browser.until(
        d -> "field-background".equals(browser.script("return document.activeElement.id")));
    browser.press(Keys.SPACE);
    browser.one("#talk-reason").sendKeys("Price");
    browser.one("#talk-severity").sendKeys("3");
    looksSound("call-talk");
    browser.press(Keys.ENTER);
    browser.until(d -> browser.all("#gate").isEmpty() && browser.all("#who").isEmpty());
    assertThat(one("select done::text from background")).isEqualTo("true");
    assertThat(one("select stated || ' ' || said_by || ' ' || severity from finding"))
        .isEqualTo("price customer 3");
  }

  @Test
  void onTheCardOneClickIsEnoughAndTheNoteStays() {
    browser.signIn("rep", People.PASSWORD).go("/today");
    browser.press("n");
    browser.press("before the call");
    browser.one("#gate button").click();
    browser.until(d -> browser.one("#gate").getText().contains("Background checked"));
    assertThat(browser.one("#note").getDomProperty("value")).isEqualTo("before the call");
    assertThat(browser.all("#panel-talked input[name=background]")).isEmpty();
  }

  /** UND-13: a telephone without a login, without scripts' help, by keyboard and thumb. */
  @Test
  void aCustomerAnswersTheFormOfALetterAndTheManagerIsAlarmed() {
    var manager = staff.actor("manager");
    long survey = Long.parseLong(one("select id from survey where kind = 'departed'"));
    invitations.invite(survey, new Target(null, "K-1", null), manager);
    var link = surveyLetters.link(Long.parseLong(one("select max(id) from survey_invitation")));
    browser.go(link.substring(link.indexOf("/s/")));
    looksSound("survey-form");
    browser.size(390, 844);
    browser.one("select").sendKeys("Somebody else");
    browser.one(".marks label:nth-of-type(4)").click();
    browser.one("textarea").sendKeys("Nobody called back");
    looksSound("survey-form-filled");
    browser.one("button[type=submit]").click();
    browser.until(d -> browser.one("h1").getText().equals("Thank you"));
    looksSound("survey-thanks");
    browser.signIn("manager", People.PASSWORD).go("/alarms");
    assertThat(browser.one("tbody tr").getText()).contains("Ölmühle", "4 a catastrophe");
    looksSound("alarms");
    for (var path : List.of("/surveys", "/surveys/" + survey, "/ideas")) {
      browser.go(path);
      looksSound("survey" + path.replace('/', '-'));
    }
    browser.go("/surveys/" + survey + "/edit");
    looksSound("survey-edit");
    browser.go("/surveys/" + survey + "/candidates?refs=K-1");
    looksSound("survey-candidates");
    browser.go("/customers/K-1/surveys/" + survey);
    looksSound("survey-phone");
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  /** In both schemes, wide and on a phone: nothing for axe to find, no sideways scrolling. */
  private void looksSound(String name) {
    for (var look : Look.values()) {
      look.on(browser);
      browser.screenshot(name + "-" + look);
      // the bar of outcomes lies on what can be scrolled out from under it
      browser.script("scrollTo(0, document.documentElement.scrollHeight)");
      assertThat(look.faults(browser)).as("%s %s", name, look).isEmpty();
      assertThat(browser.script("return document.documentElement.scrollWidth"))
          .as("%s %s", name, look)
          .isEqualTo((long) look.width());
    }
    browser.prefers("light").size(1440, 900);
  }
}
