package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.List;
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

  /** What a finger may miss. */
  private static final String SMALL =
      """
      if (!matchMedia('(pointer: coarse)').matches) return ['nobody touches this page'];
      return [...document.querySelectorAll('main .btn, main .form-control, main .form-select')]
        .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 44)
        .map(e => e.outerHTML.slice(0, 120));
      """;

  @Test
  void whatIsTouchedIs44PixelsHigh() {
    People.hire(staff);
    try (var browser = Browser.open(port).touch(390, 844)) {
      browser.signIn("manager", People.PASSWORD);
      for (var page : List.of("/lost", "/letters", "/customers", "/settings")) {
        assertThat(browser.go(page).script(SMALL)).as(page).asList().isEmpty();
        assertThat(browser.all("main .btn, main .form-control")).as(page).isNotEmpty();
      }
    }
  }

  /** 400 % of a window of 1280 (WCAG 1.4.10); a manager has the most sections. */
  @Test
  void nothingScrollsSidewaysAt320() {
    People.hire(staff);
    try (var browser = Browser.open(port).size(320, 640)) {
      browser.signIn("manager", People.PASSWORD);
      for (var page : List.of("/", "/today", "/lost", "/customers", "/letters", "/reports")) {
        browser.go(page);
        assertThat(browser.script("return document.documentElement.scrollWidth"))
            .as(page)
            .isEqualTo(320L);
      }
    }
  }

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
