package dev.winback.web.script;

import dev.winback.staff.Staff;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.Screens;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of the texts are sound at both widths and in both schemes (look.md). */
@WebTest
class ScriptBrowserTest {

  private static final List<String> PAGES =
      List.of(
          "/settings/scripts",
          "/settings/scripts/call-price",
          "/settings/phrases/objection",
          "/scripts?q=why",
          "/scripts/call-price/practice");

  @LocalServerPort int port;
  @Autowired Staff staff;

  @Test
  void everyPageIsSoundOnAPhoneAndInTheDark() {
    People.hire(staff);
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", People.PASSWORD);
      Screens.look(browser, PAGES, soft);
    }
    soft.assertAll();
  }
}
