package dev.winback.web.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A key at the lost list decides the row at which it was pressed, and no other (look.md, 11). */
@WebTest
class LostKeysBrowserTest {

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired JdbcClient jdbc;
  private Browser browser;

  @BeforeEach
  void aListOfSix() {
    stories.admin();
    stories.manager();
    for (int i = 0; i < 6; i++) {
      stories.aCustomer("C-" + i).buyingEvery(20).times(4).silentFor(120 + i).save();
    }
    nightly.run(MovableClock.START);
    browser = Browser.open(port);
    browser.signIn("manager", Stories.PASSWORD).go("/lost?sort=days");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  /** The ids of the rows, in their order. */
  private List<String> rows() {
    return browser.all("#list tbody tr").stream().map(row -> row.getDomAttribute("id")).toList();
  }

  private String current() {
    return String.valueOf(
        browser.script("return (document.querySelector('#list tr.current') || {}).id"));
  }

  private List<String> closed() {
    return jdbc.sql("select 'lapse-' || id from lapse where stage = 'NOT_WANTED'")
        .query(String.class)
        .list();
  }

  private void network(boolean offline, int latency) {
    browser.driver().executeCdpCommand("Network.enable", Map.of());
    browser
        .driver()
        .executeCdpCommand(
            "Network.emulateNetworkConditions",
            Map.of(
                "offline",
                offline,
                "latency",
                latency,
                "downloadThroughput",
                -1,
                "uploadThroughput",
                -1));
  }

  @Test
  void aSecondKeyWhileTheAnswerIsOnItsWayMovesNobodyElsewhere() {
    var rows = rows();
    network(false, 500);
    browser.press("j").press("j").press("j");
    browser.press("w").press("w");
    browser.until(d -> rows().size() == rows.size() - 1);
    network(false, 0);
    // the next deed shows that nothing is on its way any more
    browser.press("x").press("x");
    assertThat(current()).as("where the work goes on").isEqualTo(rows.get(3));
    browser.press("w").until(d -> rows().size() == rows.size() - 2);
    assertThat(closed()).containsExactlyInAnyOrder(rows.get(2), rows.get(3));
    assertThat(browser.all("#toasts .note"))
        .allSatisfy(note -> assertThat(note.getText()).doesNotContain("Nothing chosen"));
  }

  @Test
  void whoGoesOnFasterThanTheAnswersDecidesTheRowsAtWhichHePressed() {
    var rows = rows();
    network(false, 500);
    browser.press("j").press("w").press("j").press("w").press("j").press("w");
    browser.until(d -> rows().size() == rows.size() - 3);
    network(false, 0);
    assertThat(current()).as("where the work goes on").isEqualTo(rows.get(3));
    assertThat(closed()).containsExactlyInAnyOrderElementsOf(rows.subList(0, 3));
  }

  @Test
  void aCallOrderedByKeyLeavesNothingChosenForTheNextKey() {
    var rows = rows();
    browser.press("j");
    // as "all that match" is, which stands on lists of two pages
    browser.script("document.querySelector('#acts [data-apart]').checked = true;");
    orderACall(2);
    assertThat(browser.all("#acts [data-apart]:checked")).as("was said of that act").isEmpty();
    browser.press("j").press("w").until(d -> rows().size() == rows.size() - 1);
    assertThat(closed()).containsExactly(rows.get(1));
  }

  private void orderACall(int days) {
    browser.script(
        "document.getElementById('until').value = '%s';"
                .formatted(MovableClock.START.plusDays(days))
            + "document.getElementById('reason-why').value = 'to hear how he is';"
            + "document.querySelector('#acts [value=task]').click();");
    browser.until(d -> !browser.all("#toasts .note").isEmpty());
  }

  @Test
  void aKeyHeldDownDecidesOneRow() {
    var rows = rows();
    browser.press("j").press("w").until(d -> rows().size() == rows.size() - 1);
    for (int i = 0; i < 3; i++) {
      browser.script(
          "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
              + " {key: 'w', repeat: true, bubbles: true, cancelable: true}))");
    }
    browser.press("r").until(d -> rows().size() == rows.size() - 2);
    assertThat(closed()).containsExactly(rows.get(0));
  }

  @Test
  void afterAnActWithoutAnswerTheNextKeyIsForTheRowWhereItIsPressed() {
    var rows = rows();
    browser.press("j");
    network(true, 0);
    browser.press("w").until(d -> !browser.all("#toasts .note").isEmpty());
    network(false, 0);
    browser.press("j").press("w").until(d -> rows().size() == rows.size() - 1);
    assertThat(closed()).containsExactly(rows.get(1));
  }

  @Test
  void anUndoByKeyTakesBackTheLastActAlsoBelowANoticeWithoutOne() {
    var rows = rows();
    browser.press("j").press("w").until(d -> rows().size() == rows.size() - 1);
    browser.press("w").until(d -> rows().size() == rows.size() - 2);
    browser.until(d -> browser.all("#toasts [data-undo]").size() == 2);
    browser.script("winback.notice('no undo here')");
    browser.press("z").until(d -> rows().size() == rows.size() - 1);
    assertThat(closed()).containsExactly(rows.get(0));
  }

  /** Who is put off stays lost, and so in the list; where it asks for new ones alone he leaves. */
  @Test
  void whoIsPutOffStaysInTheListThatStillHasHim() {
    var rows = rows();
    browser.press("j").press("j").press("s");
    browser.until(d -> browser.one("#" + rows.get(1)).getText().contains("Put off until"));
    assertThat(rows()).isEqualTo(rows);
    assertThat(current()).as("where the work goes on").isEqualTo(rows.get(2));
    var name = browser.one("#" + rows.get(1) + " a").getText();
    assertThat(browser.one("#toasts .note").getText()).contains(name + ": Put off until");
    browser.go("/lost?sort=days&work=new").press("j").press("s");
    browser.until(d -> rows().size() == rows.size() - 2);
    browser.press("w").until(d -> rows().size() == rows.size() - 3);
  }

  @Test
  void theMoneyOfAllFollowsTheRowsThatLeave() {
    browser.until(d -> browser.one("#cost").getText().contains("6 customers"));
    browser.press("j").press("w");
    browser.until(d -> browser.one("#cost").getText().contains("5 customers"));
  }

  @Test
  void aChosenCardOfATelephoneIsTintedAsAWholeAndItsBoxIsBigEnough() {
    browser.touch(390, 844).go("/lost?sort=days");
    browser.press("j").press("x");
    assertThat(
            browser.script(
                """
                const row = document.querySelector('#list tr.current');
                const cells = [...row.children].map(cell => getComputedStyle(cell).backgroundColor);
                return getComputedStyle(row).backgroundColor !== getComputedStyle(row.nextElementSibling).backgroundColor
                  && cells.every(tint => tint === 'rgba(0, 0, 0, 0)')
                  && row.querySelector('input').getBoundingClientRect().height >= 32;
                """))
        .isEqualTo(true);
  }

  @Test
  void theCountFollowsTheRowsThatLeave() {
    browser.until(d -> browser.one("#count").getText().equals("6 customers"));
    browser.press("j").press("w");
    browser.until(d -> browser.one("#count").getText().equals("5 customers"));
    browser.press("w");
    browser.until(d -> browser.one("#count").getText().equals("4 customers"));
  }
}
