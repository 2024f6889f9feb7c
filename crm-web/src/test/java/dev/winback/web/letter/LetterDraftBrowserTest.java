package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Words of a letter wait in the tab until they are saved or discarded (look.md, rule 3). */
@WebTest
class LetterDraftBrowserTest {

  private static final String PAGE = "/letters/rungs/1";
  private static final String WORDS = "Half a letter";

  @LocalServerPort int port;
  @Autowired Staff staff;
  private Browser browser;

  @BeforeEach
  void halfALetter() {
    People.hire(staff);
    staff.hire("marketing2", "Mara Marketing", null, Role.MARKETING, People.PASSWORD);
    browser = Browser.open(port);
    browser.signIn("marketing", People.PASSWORD).go(PAGE);
    type(WORDS);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private void type(String words) {
    browser.one("#field-body").clear();
    browser.one("#field-body").sendKeys(words);
  }

  private String body() {
    return browser.one("#field-body").getDomProperty("value");
  }

  private void submit(String form) {
    browser.script("document.querySelector(\"" + form + "\").requestSubmit()");
  }

  private Object kept() {
    return browser.script("return sessionStorage.getItem('drafts')");
  }

  private void standsAgain() {
    browser.until(d -> WORDS.equals(body()));
    assertThat(browser.one("#toasts").getText()).contains("not saved");
    assertThat(browser.one("#drafted").isDisplayed()).isTrue();
  }

  @Test
  void theyStandInTheirFormAgainAfterAReloadAndAfterAnotherPageOrTwo() {
    browser.driver().navigate().refresh();
    standsAgain();
    browser.script("document.querySelector(\".actions a[href='/letters/letterhead']\").click()");
    browser.until(d -> browser.path().equals("/letters/letterhead"));
    browser.go("/letters/rungs/2");
    assertThat(body()).as("another letter").doesNotContain(WORDS);
    assertThat(browser.one("#drafted").isDisplayed()).isFalse();
    browser.go(PAGE);
    standsAgain();
    assertThat(browser.accessibilityFaults()).isEmpty();
  }

  @Test
  void whatIsSavedIsOfferedNoMore() {
    browser.go("/letters").go(PAGE);
    standsAgain();
    submit("#letter-form");
    browser.until(d -> browser.one("#toasts").getText().contains("Saved"));
    browser.go("/letters").go(PAGE);
    assertThat(body()).isEqualTo(WORDS);
    assertThat(browser.one("#drafted").isDisplayed()).isFalse();
    assertThat((String) kept()).doesNotContain(WORDS);
  }

  @Test
  void whatWasRefusedWaitsOn() {
    browser.one("#field-subject").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    submit("#letter-form");
    browser.until(d -> browser.path().equals(PAGE + "/template"));
    assertThat(body()).isEqualTo(WORDS);
    browser.go("/letters").go(PAGE);
    standsAgain();
    assertThat(browser.one("#field-subject").getDomProperty("value")).isEmpty();
  }

  @Test
  void aButtonDiscardsThemAndShowsWhatIsSaved() {
    browser.go("/letters").go(PAGE);
    standsAgain();
    browser.script("document.querySelector('#drafted button').click()");
    browser.until(d -> body().contains("{{coupon}}"));
    assertThat(browser.one("#drafted").isDisplayed()).isFalse();
    browser.go("/letters").go(PAGE);
    assertThat(body()).contains("{{coupon}}");
    assertThat((String) kept()).doesNotContain(WORDS);
  }

  /** What somebody else saved meanwhile is not written over unread. */
  @Test
  void theyStandOnTheWordsThatTheyWereTypedOver() {
    var seen = browser.one("#letter-form [name=seen]").getDomProperty("value");
    browser.go("/letters");
    browser.script(
        """
        const kept = JSON.parse(sessionStorage.getItem('drafts'));
        Object.values(kept.forms).flat().forEach((field) => { field.seen = '7'; });
        sessionStorage.setItem('drafts', JSON.stringify(kept));
        """);
    browser.go(PAGE);
    standsAgain();
    assertThat(browser.one("#letter-form [name=seen]").getDomProperty("value"))
        .isEqualTo("7")
        .isNotEqualTo(seen);
  }

  @Test
  void signingOutClearsThemAndAnotherMemberNeverSeesThem() {
    browser.go("/letters");
    assertThat((String) kept()).contains(WORDS);
    browser.signIn("marketing2", People.PASSWORD).go(PAGE);
    assertThat(body()).doesNotContain(WORDS);
    assertThat((String) kept()).doesNotContain(WORDS);
    type(WORDS);
    submit("form[action='/logout']");
    browser.until(d -> browser.path().equals("/login?logout"));
    assertThat(kept()).isNull();
  }
}
