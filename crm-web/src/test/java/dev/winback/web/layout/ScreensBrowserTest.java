package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Lapses;
import dev.winback.letter.LetterOutcomes;
import dev.winback.report.RollUps;
import dev.winback.signal.Signals;
import dev.winback.staff.Role;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.value.Values;
import dev.winback.web.testing.Arms;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Screens;
import dev.winback.web.testing.WebTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every main screen, light and dark, 1440 and 390 wide: nothing for axe to find, no sideways
 * scrolling, and the budgets of look.md in bytes, requests and nodes.
 */
@WebTest
class ScreensBrowserTest {

  private static final List<String> SCREENS =
      List.of(
          "/",
          "/lost",
          "/lost?stage=won",
          "/lost?q=nobody",
          "/customers",
          "/customers/K-7",
          "/reports",
          "/reports/model",
          "/reports/losses",
          "/reports/funnel",
          "/reports/romi",
          "/reports/cohorts",
          "/reports/cohorts?from=2024-01",
          "/reports/orders",
          "/reports/payments",
          "/reports/moves?kind=loss&from=2026-01-01&until=2026-06-01",
          "/letters",
          "/letters/rungs/1/dry-run",
          "/letters/rungs/1/releases",
          "/settings",
          "/settings/imports",
          "/settings/nights");
  private static final List<String> WITH_CHART =
      List.of(
          "/",
          "/reports",
          "/reports/model",
          "/reports/losses",
          "/reports/funnel",
          "/reports/orders");

  private static final List<String> REPORTS =
      List.of(
          "/",
          "/reports",
          "/reports/losses",
          "/reports/funnel",
          "/reports/funnel/names",
          "/reports/romi",
          "/reports/romi/names?part=treated",
          "/reports/cohorts",
          "/reports/cohorts?from=2024-01",
          "/reports/orders",
          "/reports/payments",
          "/customers/K-7/invoices?show=paid",
          "/reports/returns",
          "/reports/reasons",
          "/reports/events",
          "/reports/offers",
          "/reports/model",
          "/reports/moves?kind=loss&from=2026-01-01&until=2026-06-01",
          "/categories",
          "/categories/vip",
          "/team",
          "/letters/results",
          "/letters/results/names");

  /** What is pressed and yet shown, and what is wider than the sheet. */
  private static final String SHOWN_ON_PAPER =
      """
      const shown = e => e.getClientRects().length > 0;
      const told = e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40);
      const pressed = [...document.querySelectorAll('.rail, .crumb, .banner, .pager, .btn, button, dialog')].filter(shown);
      const wide = [...document.querySelectorAll('main *')].filter(e => shown(e) && e.getBoundingClientRect().right > innerWidth + 1);
      return [...pressed.map(told), ...wide.map(e => 'wide: ' + told(e))];
      """;

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired Signals signals;
  @Autowired Lapses lapses;
  @Autowired Values values;
  @Autowired RollUps rollUps;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired LetterOutcomes outcomes;

  @BeforeEach
  void aFirmWithLosses() {
    var rep = stories.rep("rita");
    stories.admin();
    stories.member("boss", Role.MANAGER);
    for (int i = 1; i <= 70; i++) {
      stories
          .aCustomer("K-" + i)
          .named(i % 9 == 0 ? "Ölmühle Łódź & Söhne GmbH " + i : "Customer number " + i)
          .ownedBy(rep)
          .buyingEvery(20 + i % 30)
          .times(3 + i % 5)
          .amount((i * 37 % 900) + ".50")
          .silentFor(40 + i * 6)
          .save();
    }
    values.refit(clock.today());
    signals.foldAll(clock.today());
    lapses.openAndMove(clock.today());
    lapses.assign(clock.today());
    somePaidLate();
    rollUps.settle(clock.today());
    jdbc.sql("insert into night (day, state, node) values (:day, 'done', 'here')")
        .param("day", clock.today())
        .update();
  }

  private void somePaidLate() {
    jdbc.sql(
            """
            insert into payment (customer_id, source, external_id, paid_at, amount, currency, due_on)
            select id, 'story', 'y' || id, :day, 50, 'EUR', cast(:day as date) - 10 - cast(id % 30 as integer) from customer
            """)
        .param("day", clock.today())
        .update();
  }

  @Test
  void everyScreenIsAccessibleAndKeepsItsWidth() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD);
      Screens.look(browser, SCREENS, soft);
    }
    soft.assertAll();
  }

  /** Nothing to press, nothing dark, nothing wider than the sheet, and the filter stays. */
  @Test
  void everyReportFitsItsSheetOfPaper() {
    new Arms(jdbc, outcomes, clock.today()).make(100, 80, 70, 7);
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD).onPaper();
      for (var report : REPORTS) {
        browser.go(report);
        soft.assertThat(browser.script(SHOWN_ON_PAPER)).as(report).isEqualTo(List.of());
        soft.assertThat(browser.one("body").getCssValue("background-color"))
            .as(report)
            .contains("255, 255, 255");
        browser.screenshot("paper" + report.replaceAll("[^a-z0-9]+", "-"));
      }
      assertThat(browser.go("/reports/romi").one("#from").isDisplayed()).isTrue();
      assertThat(browser.one("#romi thead").getCssValue("display")).isEqualTo("table-header-group");
    }
    soft.assertAll();
  }

  @Test
  void everyScreenKeepsItsBudgetOfBytesAndRequests() {
    var soft = new SoftAssertions();
    var measured = new ArrayList<String>();
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD);
      for (var screen : SCREENS) {
        int limit = WITH_CHART.contains(screen) ? 190_000 : 110_000;
        browser.driver().executeCdpCommand("Network.clearBrowserCache", Map.of());
        long cold = bytes(browser.go(screen));
        long requests = requests(browser);
        long warm = bytes(browser.go(screen));
        measured.add(
            "%s %d B cold, %d requests, %d B warm".formatted(screen, cold, requests, warm));
        soft.assertThat(cold).as(screen + " cold").isBetween(1_000L, (long) limit);
        soft.assertThat(requests).as(screen + " requests").isBetween(4L, 8L);
        soft.assertThat(warm).as(screen + " warm").isLessThanOrEqualTo(15_000);
        soft.assertThat(
                number(
                    browser,
                    "return performance.getEntriesByType('navigation')[0].encodedBodySize"))
            .as(screen + " html")
            .isLessThanOrEqualTo(10_000);
        soft.assertThat(foreign(browser)).as(screen + " third parties").isEqualTo(0);
      }
    }
    System.out.println("budgets: " + String.join("; ", measured));
    soft.assertAll();
  }

  @Test
  void theLostListIsSearchedAndWalkedByKeysAloneAndItsAddressKeepsTheView() {
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD).go("/lost");
      int before = browser.all("main > *").size();
      browser.press("/").press("number 12");
      browser.until(d -> browser.all("#list tbody tr").size() == 1);
      assertThat(browser.path()).contains("q=number");
      assertThat(browser.all("main > *")).as("no wrapper left behind").hasSize(before);
      assertThat(browser.all("#list")).hasSize(1);
      browser.go(browser.path());
      assertThat(browser.all("#list tbody tr")).as("the address alone").hasSize(1);
      browser.go("/lost").press("j").press("j");
      var second = browser.all("#list tbody tr").get(0).getText();
      assertThat(second).isNotBlank();
      browser.press("o").until(d -> browser.path().startsWith("/lapses/"));
      browser.press("g").press("l").until(d -> browser.path().equals("/lost"));
      browser.press(Keys.ESCAPE).press("]").until(d -> browser.path().contains("after="));
    }
  }

  @Test
  void whoOpensTheErasureOfACustomerStandsOnCancel() {
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD).go("/customers/K-7");
      browser.one("#rare summary").click();
      browser.one("[data-open=erase]").click();
      browser.one("#erase[open]");
      assertThat(browser.driver().switchTo().activeElement().getDomAttribute("data-close"))
          .isNotNull();
      browser.press(Keys.ENTER).until(d -> browser.all("dialog[open]").isEmpty());
      assertThat(browser.path()).isEqualTo("/customers/K-7");
    }
  }

  @Test
  void aManagerDecidesByOneKeyAndTakesItBackByAnother() {
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD).go("/lost?sort=days").press("j").press("f");
      browser.one("#toasts .note");
      assertThat(stage("FALSE_ALARM")).isEqualTo(1);
      browser.screenshot("decided");
      browser.press("z").until(d -> stage("FALSE_ALARM") == 0);
      browser.until(d -> browser.one("#toasts .note").getText().contains("Taken back"));
      assertThat(browser.path()).as("the same view").contains("sort=days");
    }
  }

  private int stage(String stage) {
    return jdbc.sql("select count(*) from lapse where stage = :stage")
        .param("stage", stage)
        .query(Integer.class)
        .single();
  }

  private static long bytes(Browser browser) {
    return number(
        browser,
        "return performance.getEntriesByType('navigation')[0].transferSize"
            + " + performance.getEntriesByType('resource').reduce((n, r) => n + r.transferSize, 0)");
  }

  /** The page, what it loads, and the picture of its tab, which no page's own list names. */
  private static long requests(Browser browser) {
    return number(browser, "return performance.getEntriesByType('resource').length") + 1;
  }

  private static long foreign(Browser browser) {
    return number(
        browser,
        "return performance.getEntriesByType('resource').filter(r => !r.name.startsWith(location.origin)).length");
  }

  private static long number(Browser browser, String javascript) {
    return ((Number) browser.script(javascript)).longValue();
  }
}
