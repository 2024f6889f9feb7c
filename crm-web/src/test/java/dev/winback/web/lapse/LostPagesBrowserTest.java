package dev.winback.web.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.WebTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An act upon a whole page, or upon all pages, says what was done and is taken back (look.md). */
@WebTest
class LostPagesBrowserTest {

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  private Browser browser;

  @BeforeEach
  void aListOfTwoPages() {
    stories.admin();
    stories.manager();
    for (int i = 0; i < 52; i++) {
      stories.aCustomer("C-" + i).buyingEvery(20).times(4).silentFor(120 + i).save();
    }
    nightly.run(MovableClock.START);
    browser = Browser.open(port);
    browser.signIn("manager", Stories.PASSWORD).go("/lost?sort=days");
    browser.script("document.querySelector('[data-all]').click()");
    browser.until(d -> browser.one("[data-chosen]").getText().contains("50 picked"));
  }

  @AfterEach
  void close() {
    browser.close();
  }

  private void press(String decision, boolean all) {
    browser.script("document.querySelector('#acts [name=all]').checked = arguments[0]", all);
    browser.script("document.querySelector('#acts [value=%s]').click()".formatted(decision));
  }

  private int rows() {
    return browser.all("#list tbody tr").size();
  }

  private void saysAndTakesBack(String notice) {
    assertThat(browser.one("#toasts .note").getText()).contains(notice);
    browser.press("z").until(d -> rows() == 50);
    browser.until(d -> browser.one("#count").getText().equals("52 customers"));
  }

  @Test
  void whatEndedAllOfAListIsTakenBackFromItsNotice() {
    press("not-worth", true);
    browser.until(d -> !browser.all("#list .empty").isEmpty());
    saysAndTakesBack("52 closed");
  }

  @Test
  void whatLeavesAllOfThemOnTheListShowsTheFirstPage() {
    press("return", true);
    browser.until(d -> !browser.all("#toasts .note").isEmpty());
    browser.until(d -> rows() == 50 && browser.all("#list .chip.info").size() >= 50);
    assertThat(browser.path()).isEqualTo("/lost?sort=days");
    saysAndTakesBack("52 decided");
  }

  @Test
  void aPageThatIsWorkedOffIsFollowedByTheNextOneAndKeepsItsNotice() {
    press("not-worth", false);
    browser.until(d -> rows() == 2);
    assertThat(browser.path()).contains("after=");
    assertThat(browser.one("#toasts .note").getText()).contains("50 closed");
    assertThat(browser.all("#toasts [data-undo]")).hasSize(1);
    browser.driver().navigate().back();
    browser.until(d -> browser.path().equals("/lost?sort=days") && rows() == 2);
  }

  @Test
  void whileManyAreWorkedOnThePageSaysSo() {
    browser.driver().executeCdpCommand("Network.enable", Map.of());
    browser
        .driver()
        .executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                false,
                "latency",
                1000,
                "downloadThroughput",
                -1,
                "uploadThroughput",
                -1));
    press("return", true);
    browser.until(d -> browser.one("[data-words]").getText().equals("Working on 52 …"));
    assertThat(browser.all("#acts[aria-busy=true]")).hasSize(1);
    browser.until(d -> !browser.all("#toasts .note").isEmpty());
    browser.until(d -> browser.all("#acts[aria-busy=true]").isEmpty());
  }
}
