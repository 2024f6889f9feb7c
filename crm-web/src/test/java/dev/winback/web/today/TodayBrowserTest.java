package dev.winback.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.task.TaskKind;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Look;
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
 * The rep's day in a real browser (look.md, rules 1–3 and 11): every step by keys, and the whole
 * grid looked at after every swap, because a fragment left behind breaks only the layout.
 */
@WebTest
class TodayBrowserTest {

  private static final String GRID =
      "return Array.from(document.querySelector('#today .desk').children).map(e => e.className.split(' ')[0]).join()"
          + " + ' ' + document.querySelectorAll('#today').length"
          + " + ' ' + document.querySelector('main').children.length"
          + " + ' ' + document.querySelectorAll('#toasts > :not(.note)').length";

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Signals signals;
  @Autowired JdbcClient jdbc;
  private Browser browser;
  private Actor rep;

  @BeforeEach
  void aRepWithTwelveCalls() {
    People.hire(staff);
    rep = staff.actor("rep");
    String[] names = {
      "Weber GmbH",
      "Ana Couto",
      "Søren Bak",
      "Zoë Müller",
      "李 明",
      "Nordlicht AG",
      "O'Neill & Sons",
      "Café Lumière",
      "Іван Петренко",
      "Bergmann",
      "Maison du Thé",
      "Ruiz e Hijos"
    };
    for (int i = 0; i < names.length; i++) {
      var customer =
          stories
              .aCustomer("K-" + (100 + i))
              .named(names[i])
              .buyingEvery(30)
              .times(4)
              .silentFor(95 + i * 10);
      desk.work(customer, rep, String.valueOf(9000 - i * 500));
    }
    browser = Browser.open(port);
    browser.signIn("rep", People.PASSWORD).go("/today");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void tenCallsAreLoggedByTenKeysWithoutAPageLoad() {
    browser.script("window.sameDocument = true");
    for (int call = 1; call <= 10; call++) {
      var left = queue();
      var before = heading();
      browser.press(call % 2 == 0 ? "2" : "1");
      browser.until(d -> !heading().equals(before));
      assertThat(queue()).isEqualTo(left - 1);
      assertThat(calls()).isEqualTo(call);
      assertGrid();
      browser.until(d -> "who".equals(browser.script("return document.activeElement.id")));
    }
    assertThat(browser.script("return window.sameDocument")).isEqualTo(true);
  }

  @Test
  void keysPressedWhileAnAnswerIsOnItsWayAreNeitherLostNorDoubled() {
    browser.press("1", "2", "1", "2");
    browser.until(d -> calls() == 4 && queue() == 8);
    assertThat(jdbc.sql("select count(distinct task_id) from call").query(Long.class).single())
        .isEqualTo(4);
    assertGrid();
  }

  @Test
  void aNoteSurvivesAReloadAndNoKeyFiresWhileItIsTyped() {
    browser.press("n");
    browser.press("called at 10, said 5 things; 1 2 3");
    browser.until(d -> jdbc.sql("select count(*) from note_draft").query(Long.class).single() == 1);
    browser.until(d -> !browser.one("#saved").getText().isEmpty());
    assertThat(calls()).isZero();
    browser.go("/today");
    assertThat(browser.one("#note").getDomProperty("value"))
        .isEqualTo("called at 10, said 5 things; 1 2 3");
  }

  @Test
  void undoByKeyBringsTheCardBackWithItsNote() {
    var first = heading();
    browser.press("n");
    browser.press("a note");
    browser.press(Keys.ESCAPE);
    browser.press("1");
    browser.until(d -> !heading().equals(first));
    browser.press("z");
    browser.until(d -> heading().equals(first));
    assertThat(browser.one("#note").getDomProperty("value")).isEqualTo("a note");
    assertThat(queue()).isEqualTo(12);
    assertGrid();
  }

  @Test
  void escapeClosesAPanelAndTheFocusIsBackWhereItWasOpened() {
    browser.press("4").until(d -> browser.one("#panel-talked").isDisplayed());
    browser.press(Keys.ESCAPE).until(d -> !browser.one("#panel-talked").isDisplayed());
    assertThat(browser.script("return document.activeElement.dataset.panel")).isEqualTo("talked");
  }

  @Test
  void aCallBackATalkAndAFinalNoTakeAKeyAndEnter() {
    for (var key : new String[] {"3", "4", "6"}) {
      var before = heading();
      browser.press(key);
      browser.until(
          d ->
              "FIELDSET"
                  .equals(
                      browser.script(
                          "const p = document.activeElement.closest('.panel'); return p && p.tagName")));
      if (key.equals("6")) {
        // decision 978: whoever says a final no gave a reason, or the rep says that there was none
        browser.one("#no-reason").sendKeys("Price");
      }
      browser.press(Keys.ENTER);
      browser.until(d -> !heading().equals(before));
      assertGrid();
    }
    assertThat(jdbc.sql("select result from call order by id").query(String.class).list())
        .containsExactly("call_back", "thinking", "final_no");
  }

  @Test
  void theFollowUpIsChosenByItsKeys() {
    var before = heading();
    browser.press("+", "1", "w");
    browser.press("1");
    browser.until(d -> !heading().equals(before));
    assertThat(jdbc.sql("select next_on::text from call").query(String.class).single())
        .isEqualTo("2026-06-08");
  }

  @Test
  void theScreenIsSoundInBothSchemesAndOnAPhone() {
    signals.foldAll(LocalDate.of(2026, 6, 1));
    var asleep =
        stories.aCustomer("K-200").named("Hudson Tea").zone("America/New_York").silentFor(200);
    var late = desk.lapse(stories.aCustomer("K-201").named("Ada Promise"), rep, "100");
    desk.work(asleep, rep, "9900");
    desk.task(late, rep, TaskKind.PROMISE, LocalDate.of(2026, 5, 29));
    for (var look : Look.values()) {
      look.on(browser);
      browser.go("/today").one("#who");
      browser.screenshot("today-" + look);
      toTheEnd();
      assertThat(look.faults(browser)).as("%s", look).isEmpty();
      assertThat(browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
          .as("no sideways scroll")
          .isEqualTo(true);
      browser.script("document.querySelectorAll('.queue a')[1].click()");
      browser.until(d -> "Weber GmbH".equals(heading()));
      browser.press("4");
      browser.one("#panel-talked:not([hidden])");
      browser.screenshot("today-talk-" + look);
      toTheEnd();
      assertThat(look.faults(browser)).as("talk %s", look).isEmpty();
    }
    jdbc.sql("update task set state = 'cancelled'").update();
    browser.size(1440, 900).go("/today").one(".empty");
    browser.screenshot("today-empty");
    assertThat(browser.accessibilityFaults()).isEmpty();
  }

  /**
   * On a phone the outcomes lie over what scrolls behind them; at the end they lie over nothing.
   */
  private void toTheEnd() {
    browser.script("scrollTo(0, document.body.scrollHeight)");
  }

  private void assertGrid() {
    assertThat(browser.script(GRID)).isEqualTo("queue,call,story 1 3 0");
  }

  private String heading() {
    return String.valueOf(
        browser.script("const h = document.querySelector('#who'); return h && h.textContent"));
  }

  private int queue() {
    return browser.all(".queue li").size();
  }

  private long calls() {
    return jdbc.sql("select count(*) from call where undone_at is null").query(Long.class).single();
  }
}
