package dev.winback.web.worth;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Screens;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The scales of a loss in the browser, and its criteria by keyboard. */
@WebTest
class WorthBrowserTest {

  @LocalServerPort int port;

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;

  @BeforeEach
  void aFirm() {
    stories.admin();
    stories.manager();
    for (int i = 0; i < 60; i++) {
      stories
          .aCustomer("C-" + i)
          .buyingEvery(20 + i % 25)
          .times(2 + i % 7)
          .silentFor(i % 3 == 0 ? 120 + i : 5 + i)
          .save();
    }
    nightly.run(MovableClock.START);
  }

  @Test
  void theScreensAreAccessibleAndACriterionIsMarkedByKeyboard() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/lost?sort=gain");
      browser.one("a[href*='/worth']").sendKeys(Keys.ENTER);
      browser.until(d -> browser.path().contains("/worth"));
      var address = browser.path();
      browser.one("input[value='rude'] ~ button").sendKeys(Keys.ENTER);
      browser.until(d -> !browser.all("input[value='rude'] ~ button + button").isEmpty());
      Screens.look(browser, List.of(address, "/settings/costs", "/lost?sort=gain"), soft);
    }
    soft.assertAll();
  }
}
