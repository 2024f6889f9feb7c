package dev.winback.web.category;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.jdbc.core.simple.JdbcClient;

/** The screens of categories as all main screens, and a customer moved by keyboard. */
@WebTest
class CategoryBrowserTest {

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aFirm() {
    stories.admin();
    stories.manager();
    for (int i = 1; i <= 40; i++) {
      stories
          .aCustomer("K-" + i)
          .buyingEvery(i % 2 == 0 ? 30 : 70)
          .times(1 + i % 14)
          .amount("" + (1 + i * i % 300))
          .silentFor(i * 5)
          .save();
    }
    jdbc.sql("update purchase set margin = -1, currency = 'USD' where customer_id % 9 = 0")
        .update();
    nightly.run(clock.today());
  }

  @Test
  void everyScreenIsAccessibleAndKeepsItsWidth() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD);
      Screens.look(
          browser,
          List.of(
              "/categories",
              "/categories/vip",
              "/categories/vip/moves?month=2026-05&kind=joined",
              "/categories/settings",
              "/categories/settings?preview=1&a=50&months=3",
              "/customers?abc=A&vip=true",
              "/customers/K-10"),
          soft);
    }
    soft.assertAll();
  }

  @Test
  void aCustomerIsMovedByKeyboardAndBack() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/customers/K-10");
      var before = group(browser);
      browser.one("section details summary[data-move]").sendKeys(Keys.ENTER);
      browser.one("#group").sendKeys(before.startsWith("4") ? "1" : "4");
      browser.one("#group-reason").sendKeys("knows why", Keys.ENTER);
      browser.until(d -> !group(browser).equals(before));
      browser.one("form[action$='/undo'] button").sendKeys(Keys.ENTER);
      browser.until(d -> group(browser).equals(before));
      assertThat(browser.path()).isEqualTo("/customers/K-10");
    }
  }

  private static String group(Browser browser) {
    var facts = browser.all("#category-title ~ dl dd");
    return facts.isEmpty() ? "" : facts.get(facts.size() - 1).getText();
  }
}
