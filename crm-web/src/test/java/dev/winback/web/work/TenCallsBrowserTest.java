package dev.winback.web.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rep's day 11 and 12: ten calls by the keyboard alone, every key counted: who is not there costs
 * one, a talk two besides its fields.
 */
@WebTest
class TenCallsBrowserTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  private Browser browser;
  private int keys;

  @BeforeEach
  void tenCallsAreDue() {
    People.hire(staff);
    var rep = staff.actor("rep");
    for (int i = 0; i < 10; i++) {
      desk.work(stories.aCustomer("T-" + i).named("Firm " + i).silentFor(95), rep, "" + (900 - i));
    }
    browser = Browser.open(port);
    browser.signIn("rep", People.PASSWORD).go("/today");
    browser.until(d -> browser.one("#who").isDisplayed());
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** In the browser's own clock: from the key to the next card in its place. */
  private static final String MEASURE =
      """
      window.cards = [];
      let pressed = 0;
      document.addEventListener('keydown', e => { if (e.key === '1') pressed = performance.now(); }, true);
      document.body.addEventListener('htmx:afterSettle', e => {
        window.settled = (window.settled || 0) + (e.detail.elt.id === 'today' ? 1 : 0);
        if (e.detail.elt.id === 'today' && pressed) { window.cards.push(performance.now() - pressed); pressed = 0; }
      });
      """;

  @Test
  void tenCallsTakeAtMostThirteenKeys() {
    browser.script(MEASURE);
    for (int call = 1; call <= 10; call++) {
      int made = call;
      boolean talked = call % 3 == 0;
      press(talked ? "4" : "1");
      if (talked) {
        browser.until(d -> browser.one("#panel-talked").isDisplayed());
        press(Keys.ENTER);
      }
      browser.until(d -> calls() == made);
      browser.until(d -> Long.valueOf(made).equals(browser.script("return window.settled")));
    }
    assertThat(keys).isEqualTo(13);
    assertThat(results()).isEqualTo("7 3");
    tell();
  }

  @SuppressWarnings("unchecked")
  private void tell() {
    var times = (List<Number>) browser.script("return window.cards");
    var sorted = times.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    assertThat(sorted).hasSize(7);
    System.out.printf(
        "next card after key 1: %.0f ms in the middle, %.0f ms at worst%n", sorted[3], sorted[6]);
  }

  /** A key pressed while the next card is being put there goes to nobody: it is not sent then. */
  private void press(CharSequence key) {
    browser.until(d -> sent(key));
    keys++;
  }

  private boolean sent(CharSequence key) {
    try {
      browser.press(key);
      return true;
    } catch (ElementNotInteractableException nobodyThere) {
      return false;
    }
  }

  private long calls() {
    return jdbc.sql("select count(*) from call where undone_at is null").query(Long.class).single();
  }

  private String results() {
    return jdbc.sql(
            """
            select count(*) filter (where result = 'not_there') || ' ' || count(*) filter (where result = 'thinking') from call
            """)
        .query(String.class)
        .single();
  }
}
