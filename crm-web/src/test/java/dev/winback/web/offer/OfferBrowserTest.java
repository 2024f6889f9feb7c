package dev.winback.web.offer;

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

/** Offers in the browser: the pages are accessible, and a manager decides by keyboard. */
@WebTest
class OfferBrowserTest {

  @LocalServerPort int port;

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;

  private long lapse;
  private long task;

  @BeforeEach
  void anOfferWaits() {
    stories.admin();
    stories.manager();
    var rep = stories.rep("rita");
    stories.aCustomer("LOST").ownedBy(rep).buyingEvery(30).times(10).silentFor(150).save();
    nightly.run(MovableClock.START);
    lapse = jdbc.sql("select max(id) from lapse").query(Long.class).single();
    task =
        jdbc.sql(
                """
                insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
                select id, customer_id, :rep, 'call', 'open', opened_on from lapse where id = :lapse returning id
                """)
            .param("rep", rep.member())
            .param("lapse", lapse)
            .query(Long.class)
            .single();
    for (var state : List.of("asked", "asked", "given")) {
      jdbc.sql(
              """
              insert into offer_grant (lapse_id, customer_id, kind, asked_percent, percent, asked_fixed, fixed,
                                       order_mean, margin_percent, floor_percent, most_percent, cost, margin_after,
                                       currency, state, note, asked_by, asked_at, given_by, given_at, answer_by, valid_until)
              select id, customer_id, 'gift', 0, 0, 20, 20, 100, 30, 5, 25, 20, 10, 'EUR', :state, 'He likes tea', :rep,
                     opened_on, case when :state = 'given' then :rep end, case when :state = 'given' then opened_on end,
                     opened_on + 3, opened_on + 30
                from lapse where id = :lapse
              """)
          .param("state", state)
          .param("rep", rep.member())
          .param("lapse", lapse)
          .update();
    }
  }

  /** Everywhere n is a note, so that it is no refusal here. */
  @Test
  void nWritesAWordToTheRepAndAKeyOfItsOwnSaysNo() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/approvals");
      browser.press("j").press("j").press("n").press("not twice");
      assertThat(browser.all("[name=word]").get(1).getDomProperty("value")).isEqualTo("not twice");
      browser.press(Keys.ESCAPE).press("d");
      browser.until(d -> browser.all("ul[data-rows] > li").size() == 1);
      assertThat(
              jdbc.sql("select word from offer_grant where state = 'refused'")
                  .query(String.class)
                  .single())
          .isEqualTo("not twice");
      browser.press("?").until(d -> browser.one("#help[open]"));
      assertThat(browser.one("#help").getText()).contains("a word to the rep", "swap this pair");
    }
  }

  @Test
  void oneRowAloneIsMeantAndOfTwoOneIsChosenFirst() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/approvals").press("y");
      browser.until(d -> browser.one("#toasts .note").getText().contains("at least one row"));
      jdbc.sql("update offer_grant set state = 'refused' where state = 'asked' and id % 2 = 0")
          .update();
      browser.go("/approvals").press("y");
      browser.until(d -> browser.all("ul[data-rows] > li").isEmpty());
    }
  }

  @Test
  void theScreensAreAccessibleAndAManagerDecidesByKeyboard() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD);
      Screens.look(
          browser,
          List.of(
              "/approvals",
              "/offers",
              "/reports/offers",
              "/settings/offers",
              "/lapses/" + lapse + "#offers",
              "/today/" + task + "#card-offers"),
          soft);
      browser.go("/approvals");
      browser.one("body").sendKeys("j");
      browser.one("body").sendKeys("y");
      browser.until(d -> browser.all("ul[data-rows] > li").size() == 1);
      browser.one("[data-undo]").sendKeys(Keys.ENTER);
      browser.until(d -> browser.all("ul[data-rows] > li").size() == 2);
    }
    soft.assertAll();
  }
}
