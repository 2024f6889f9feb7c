package dev.winback.web.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the texts are sound at both widths and in both schemes (look.md). */
@WebTest
class ScriptBrowserTest {

  private static final String[] PAGES = {
    "/settings/scripts",
    "/settings/scripts/call-price",
    "/settings/phrases/objection",
    "/scripts?q=why",
    "/scripts/call-price/practice"
  };

  @LocalServerPort int port;
  @Autowired Staff staff;

  @Test
  void everyPageIsSoundOnAPhoneAndInTheDark() {
    People.hire(staff);
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", People.PASSWORD);
      for (var scheme : new String[] {"light", "dark"}) {
        for (int width : new int[] {1440, 390}) {
          browser.prefers(scheme).size(width, 900);
          for (var page : PAGES) {
            browser.go(page).one("h1");
            var name = page.replaceAll("[^a-z]+", "-") + width + "-" + scheme;
            browser.screenshot("script" + name);
            assertThat(browser.accessibilityFaults()).as(name).isEmpty();
            assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth"))
                .as(name)
                .isEqualTo(true);
          }
        }
      }
    }
  }
}
