package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keys of the shell (rules.md, "Keys") and the sign-in page in a real browser. */
@WebTest
class ShellBrowserTest {

  @LocalServerPort int port;
  @Autowired Staff staff;

  /** How often a form leaves that is sent twice at once. */
  private static final String SENT_TWICE =
      """
      const form = document.createElement('form');
      form.method = 'post';
      document.body.append(form);
      let left = 0;
      addEventListener('submit', event => { left += event.defaultPrevented ? 0 : 1; event.preventDefault(); });
      form.requestSubmit();
      form.requestSubmit();
      return left;
      """;

  @Test
  void aDoubleClickIsOneDeed() {
    People.hire(staff);
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", People.PASSWORD).go("/settings");
      assertThat(((Number) browser.script(SENT_TWICE)).intValue()).isEqualTo(1);
    }
  }

  @Test
  void theQuestionMarkOpensTheListOfKeysAndGoesAwayWithTheFocusBack() {
    People.hire(staff);
    try (var browser = Browser.open(port)) {
      browser.go("/login").screenshot("login");
      assertThat(browser.accessibilityFaults()).isEmpty();
      browser.signIn("manager", People.PASSWORD).go("/nowhere").press("?");
      browser.one("dialog[open]");
      assertThat(browser.all("#help kbd")).extracting(key -> key.getText()).contains("j", "0", "?");
      browser.screenshot("keys");
      assertThat(browser.accessibilityFaults()).isEmpty();
      browser.press(Keys.ESCAPE).until(d -> browser.all("dialog[open]").isEmpty());
      browser.press("g").press("t").until(d -> browser.path().equals("/today"));
    }
  }
}
