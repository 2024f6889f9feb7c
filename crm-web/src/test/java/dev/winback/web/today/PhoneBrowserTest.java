package dev.winback.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.task.TaskKind;
import dev.winback.testing.ACustomer;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Today in one hand, 390 by 844: what is in sight, and that nothing lies over what is worked at.
 */
@WebTest
class PhoneBrowserTest {

  /** What lies over the middle of the focused element although it is not part of it. */
  private static final String OVER_THE_FOCUS =
      """
      const e = document.activeElement, box = e.getBoundingClientRect();
      const bar = document.querySelector('.outcomes').getBoundingClientRect();
      const told = e.tagName + '#' + e.id + ' ' + e.textContent.trim().slice(0, 30);
      if (e === document.body || e.closest('.outcomes') || !box.height) return '';
      return box.bottom > bar.top + 1 && box.top < bar.bottom - 1 ? told : '';
      """;

  private static final String TOP_OF_THE_NOTE =
      "const n = document.querySelector('#toasts .note'); return n && n.getBoundingClientRect().top";

  private static final String NOTES =
      """
      const toasts = document.querySelector('#toasts');
      return toasts.querySelectorAll('.note').length + ' ' + getComputedStyle(toasts).position;
      """;

  /** Fields of the card over which the note lies. */
  private static final String UNDER_THE_NOTE =
      """
      const note = document.querySelector('#toasts .note').getBoundingClientRect();
      return [...document.querySelectorAll(arguments[0])]
        .filter(e => e.getClientRects().length)
        .filter(e => { const b = e.getBoundingClientRect();
          return b.left < note.right && note.left < b.right && b.top < note.bottom && note.top < b.bottom; })
        .map(e => e.id || e.textContent.trim());
      """;

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  private Browser browser;
  private Actor rep;

  @BeforeEach
  void aRepWithThreeCalls() {
    People.hire(staff);
    rep = staff.actor("rep");
    for (int i = 1; i <= 3; i++) {
      desk.work(customer("K-" + i, "Customer " + i), rep, String.valueOf(9000 - i * 100));
    }
    browser = Browser.open(port).size(390, 844);
  }

  private ACustomer customer(String ref, String name) {
    return stories.aCustomer(ref).named(name).ownedBy(rep).buyingEvery(30).times(4).silentFor(95);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void severalNoticesAreOneLineUntilSomebodyOpensThem() {
    jdbc.sql("update firm set demo = true, sending_stopped = true").update();
    jdbc.sql(
            """
            insert into signal (customer_id, kind, since, evidence, stale_owner)
            select id, 'stale-contact', date '2026-05-01', '{"why": ["moved"], "confirmed": "2025-01-01"}', owner_key from customer
            """)
        .update();
    var promised = desk.lapse(customer("K-9", "Ada Promise"), rep, "100");
    desk.task(promised, rep, TaskKind.PROMISE, LocalDate.of(2026, 6, 2));
    browser.signIn("rep", People.PASSWORD).go("/today");
    assertThat(browser.all(".fold summary")).hasSize(2).allMatch(line -> line.isDisplayed());
    assertThat(browser.one("aside .fold").getText()).isEqualTo("■ 2 notices");
    assertThat(browser.all("aside .notices .banner, .waits .banner"))
        .hasSize(4)
        .noneMatch(notice -> notice.isDisplayed());
    assertThat(top("#who")).isLessThan(300);
    browser.all(".fold summary").forEach(line -> line.sendKeys(Keys.ENTER));
    assertThat(browser.all("aside .notices .banner, .waits .banner"))
        .allMatch(notice -> notice.isDisplayed());
    browser.size(1440, 900).go("/today");
    assertThat(browser.all(".fold")).noneMatch(line -> line.isDisplayed());
    assertThat(browser.all("aside .notices .banner, .waits .banner"))
        .allMatch(notice -> notice.isDisplayed());
  }

  private int top(String css) {
    var script = "return document.querySelector('" + css + "').getBoundingClientRect().top";
    return ((Number) browser.script(script)).intValue();
  }

  @Test
  void oneNoticeIsNotFolded() {
    jdbc.sql("update firm set demo = true").update();
    browser.signIn("rep", People.PASSWORD).go("/today");
    assertThat(browser.all(".fold")).isEmpty();
    assertThat(browser.one("aside .notices .banner").isDisplayed()).isTrue();
  }

  @Test
  void theTabKeyNeverLeadsBehindTheOutcomes() {
    browser.signIn("rep", People.PASSWORD).go("/today");
    browser.one("#who");
    for (int i = 0; i < 90; i++) {
      browser.press(Keys.TAB);
      assertThat(browser.script(OVER_THE_FOCUS)).as("tab " + i).isEqualTo("");
    }
    for (int i = 0; i < 60; i++) {
      browser.press(Keys.chord(Keys.SHIFT, Keys.TAB));
      assertThat(browser.script(OVER_THE_FOCUS)).as("back " + i).isEqualTo("");
    }
  }

  @Test
  void aNoteLiesOverNoFieldOfTheTalk() {
    for (int width : new int[] {1440, 390}) {
      browser.size(width, width == 390 ? 844 : 900).signIn("rep", People.PASSWORD).go("/today");
      browser.one("#who");
      browser.press("1");
      browser.one("#toasts .note");
      browser.press("4");
      browser.until(d -> browser.one("#panel-talked").isDisplayed());
      var worked = ".call input, .call select, .call textarea, .call button, .rail a, .rail button";
      assertThat(browser.script(UNDER_THE_NOTE, worked)).as("at " + width).asList().isEmpty();
    }
  }

  @Test
  void aNoteIsALineOfThePageThatStaysUntilTheNextOne() {
    browser.size(390, 844).signIn("rep", People.PASSWORD).go("/today");
    browser.one("#who");
    browser.press("1");
    browser.until(d -> browser.script(TOP_OF_THE_NOTE) instanceof Number);
    assertThat(((Number) browser.script(TOP_OF_THE_NOTE)).intValue()).isBetween(0, 200);
    browser.press("1");
    browser.until(d -> browser.script(NOTES).equals("1 static"));
  }
}
