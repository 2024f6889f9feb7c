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

  @Test
  void theQuestionMarkOpensTheListOfKeysAndGoesAwayWithTheFocusBack() {
    People.hire(staff);
    try (var browser = Browser.open(port)) {
      browser.go("/login").screenshot("login");
      assertThat(browser.accessibilityFaults()).isEmpty();
      browser.signIn("manager", People.PASSWORD).go("/nowhere").press("?");
      browser.one("dialog[open]");
      browser.screenshot("keys");
      assertThat(browser.accessibilityFaults()).isEmpty();
      browser.press(Keys.ESCAPE).until(d -> browser.all("dialog[open]").isEmpty());
      browser.press("g").press("t").until(d -> browser.path().equals("/today"));
    }
  }
}
