package dev.winback.web.lapse;

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

/**
 * The manager's Monday at the lost list, by keyboard alone (days.md, look.md rules 2, 4 and 11).
 */
@WebTest
class ManagersDeskBrowserTest {

  private static final String IN_SIGHT =
      """
      const box = document.querySelector(arguments[0]).getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
      """;

  @LocalServerPort int port;

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aFirm() {
    stories.admin();
    stories.manager();
    stories.rep("rita");
    for (int i = 0; i < 60; i++) {
      stories
          .aCustomer("C-" + i)
          .buyingEvery(20 + i % 25)
          .times(2 + i % 7)
          .silentFor(i % 10 == 9 ? 5 + i : 120 + i)
          .save();
    }
    nightly.run(MovableClock.START);
  }

  private int stage(String stage) {
    return jdbc.sql("select count(*) from lapse where stage = :s")
        .param("s", stage)
        .query(Integer.class)
        .single();
  }

  @Test
  void twentyDecisionsTakeTwentyOneKeysAndNoPageLoad() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/lost?sort=days&work=new");
      browser.script("window.same = true");
      int rows = browser.all("#list tbody tr").size();
      browser.press("j");
      var first = current(browser);
      for (int i = 0; i < 20; i++) {
        int left = rows - i - 1;
        browser.press("rwfs".substring(i % 4, i % 4 + 1));
        browser.until(d -> browser.all("#list tbody tr").size() == left);
      }
      assertThat(stage("DECIDED")).isEqualTo(5);
      assertThat(stage("NOT_WANTED")).isEqualTo(5);
      assertThat(stage("FALSE_ALARM")).isEqualTo(5);
      assertThat(browser.script("return window.same")).as("no page load").isEqualTo(true);
      var place = current(browser);
      assertThat(place).isNotEqualTo(first);
      browser.go(browser.path()).until(d -> place.equals(current(browser)));
    }
  }

  private static String current(Browser browser) {
    return String.valueOf(
        browser.script("return (document.querySelector('#list tr.current') || {}).id"));
  }

  @Test
  void anUndoBringsTheRowBackWithTheFocusOnIt() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/lost?sort=days");
      browser.script("window.same = true");
      browser.press("j").press("j");
      var row = current(browser);
      browser.press("w").until(d -> browser.all("#" + row).isEmpty());
      browser.press("z").until(d -> row.equals(current(browser)));
      assertThat(stage("NOT_WANTED")).isZero();
      assertThat(browser.script("return window.same")).isEqualTo(true);
    }
  }

  @Test
  void pickedRowsAreGivenToARepByKeys() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/lost?sort=days");
      browser.press("j").press("x").press("j").press("x");
      browser.until(d -> browser.one("[data-chosen]").getText().contains("2 picked"));
      browser.press("a").press(Keys.ENTER);
      browser.until(d -> browser.one("#toasts .note").getText().contains("2 assigned"));
    }
  }

  @Test
  void thePageBeforeIsTheOneThatWasSeenBefore() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/lost?sort=days");
      browser.press("]").until(d -> browser.path().contains("after="));
      var second = browser.path();
      browser.go(second + "&work=new").press("[");
      browser.until(d -> browser.path().startsWith(second) && !browser.path().contains("work"));
    }
  }

  @Test
  void whatCanBeDoneWithPickedRowsStaysInSight() {
    try (var browser = Browser.open(port)) {
      for (int width : new int[] {1440, 390}) {
        browser.size(width, 844).signIn("manager", Stories.PASSWORD).go("/lost?sort=days");
        browser.script(
            "const box = document.querySelectorAll('#list tbody input')[30];"
                + "box.scrollIntoView({block: 'center'}); box.click();");
        browser.until(d -> browser.one("[data-chosen]").isDisplayed());
        assertThat(browser.script(IN_SIGHT, "#acts")).as("at " + width).isEqualTo(true);
      }
    }
  }

  @Test
  void theHeadOfALongListStaysInSight() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/customers");
      browser.script("document.querySelectorAll('main tbody tr')[40].scrollIntoView()");
      browser.until(d -> browser.script(IN_SIGHT, "main thead th").equals(true));
    }
  }

  @Test
  void thePaletteIsOpenedUsedAndClosedByKeys() {
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/lost");
      browser.press(Keys.chord(Keys.CONTROL, "k")).until(d -> browser.one("#palette[open]"));
      browser.press("saved").until(d -> !browser.all(".found[href='/views']").isEmpty());
      browser.screenshot("palette");
      assertThat(browser.accessibilityFaults()).isEmpty();
      browser.press(Keys.ESCAPE).until(d -> browser.all("#palette[open]").isEmpty());
      browser.press(Keys.chord(Keys.CONTROL, "k")).until(d -> browser.one("#palette[open]"));
      browser.press("saved");
      browser.until(d -> !browser.all(".found[href='/views'][aria-selected=true]").isEmpty());
      browser.press(Keys.ENTER).until(d -> browser.path().equals("/views"));
    }
  }

  @Test
  void theScreensAreAccessible() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("manager", Stories.PASSWORD).go("/views/new?path=/lost&query=sort%3Dgain");
      browser.one("#field-name").sendKeys("By gain", Keys.ENTER);
      browser.until(d -> browser.path().startsWith("/lost"));
      browser.press("j").press("x").press("j").press("x").press("w");
      // the note of the saved view stays beside it as long as its undo works
      browser.until(
          d ->
              browser.all("#toasts .note").stream()
                  .anyMatch(note -> note.getText().contains("2 closed")));
      long job = jdbc.sql("select max(id) from bulk_job").query(Long.class).single();
      long lapse = jdbc.sql("select max(lapse_id) from bulk_row").query(Long.class).single();
      Screens.look(
          browser,
          List.of(
              "/lost?sort=gain",
              "/bulk",
              "/bulk/" + job,
              "/views",
              "/views/new",
              "/lapses/" + lapse + "?from=lost%3Fsort%3Dgain",
              "/letters/rungs/-4"),
          soft);
    }
    soft.assertAll();
  }
}
