package dev.winback.web.layout;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of fifty rows in which nothing is empty: their budget, and that they can be read. */
@WebTest
class FullListsBrowserTest {

  /** Of each reason in the list whether its last line is out of sight. */
  private static final String CUT =
      "return [...document.querySelectorAll('.two')].filter(e => e.scrollHeight > e.clientHeight +"
          + " 1).map(e => e.textContent.trim())";

  private static final String TOO_WIDE =
      "return [...document.querySelectorAll('.table-region')]"
          + ".map(e => e.scrollWidth - e.clientWidth).reduce((a, b) => Math.max(a, b), 0)";

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void sixtyOfWhomAllIsKnown() {
    stories.admin();
    stories.manager();
    var reps = List.of(stories.rep("rita"), stories.rep("rudolf"));
    for (int i = 1; i <= 60; i++) {
      stories
          .aCustomer("K-" + (1000 + i))
          .named(List.of("Anna Schäfer", "Ölmühle Łódź & Söhne GmbH", "Jörg Weber").get(i % 3))
          .soldBy(reps.get(i % 2))
          .buyingEvery(12 + i % 31)
          .times(3 + i % 11)
          .amount((i * 137 % 2900) + ".50")
          .silentFor(100 + i * 5)
          .save();
    }
    jdbc.sql(
            """
            update customer
               set city = (array['Münster', 'Fürstenfeldbruck', 'Köln'])[1 + id % 3],
                   email = lower(replace(ref, '-', '')) || '.einkauf@oelmuehle-beispiel.example',
                   phone = '+49 89 ' || 5550000 + id
            """)
        .update();
    nightly.run(MovableClock.START);
  }

  @Test
  void aFullLostListKeepsItsBudgetAndCutsNoReason() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/lost");
      soft.assertThat(browser.all("#list tbody tr")).hasSize(50);
      soft.assertThat(number(browser, "return document.querySelectorAll('*').length"))
          .as("nodes")
          .isBetween(900L, 1_500L);
      soft.assertThat(html(browser)).as("html").isBetween(4_000L, 10_000L);
      soft.assertThat(browser.script(CUT)).as("reasons").isEqualTo(List.of());
      soft.assertThat(number(browser, TOO_WIDE)).as("too wide").isZero();
    }
    soft.assertAll();
  }

  @Test
  void aFullCustomerListHasRoomForNames() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/customers");
      soft.assertThat(browser.all("main tbody tr")).hasSize(50);
      soft.assertThat(html(browser)).as("html").isBetween(4_000L, 10_000L);
      soft.assertThat(number(browser, TOO_WIDE)).as("too wide").isZero();
      soft.assertThat(number(browser, "return document.querySelector('.lead-cell').clientWidth"))
          .as("name")
          .isGreaterThanOrEqualTo(180);
      soft.assertThat(
              number(
                  browser,
                  "return Math.max(...[...document.querySelectorAll('main tbody tr')].map(r =>"
                      + " Math.ceil(r.clientHeight)))"))
          .as("the highest row")
          .isLessThanOrEqualTo(64);
    }
    soft.assertAll();
  }

  private static long html(Browser browser) {
    return number(browser, "return performance.getEntriesByType('navigation')[0].encodedBodySize");
  }

  private static long number(Browser browser, String javascript) {
    return ((Number) browser.script(javascript)).longValue();
  }
}
