package dev.winback.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.task.TaskId;
import dev.winback.testing.ACustomer;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The card by keys alone, and by somebody who does not wait for it (look.md, rules 3 and 11). */
@WebTest
class CardKeysBrowserTest {

  /** Faster than 800 ms, however slow the machine is. */
  private static final String TYPED =
      """
      const note = document.getElementById('note');
      note.value = 'he wants samples';
      note.dispatchEvent(new Event('input', {bubbles: true}));
      """;

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  private Browser browser;
  private TaskId task;

  @BeforeEach
  void aRepWithTwoCalls() {
    People.hire(staff);
    Actor rep = staff.actor("rep");
    task = desk.work(customer("K-1", "Weber GmbH"), rep, "9000");
    desk.work(customer("K-2", "Ana Couto"), rep, "800");
    desk.setCustomer(task, "preferred_channel", "sms");
    desk.setCustomer(task, "phone", "+49 30 123456");
    desk.setCustomer(task, "phone_e164", "+4930123456");
    browser = Browser.open(port);
    browser.signIn("rep", People.PASSWORD).go("/today");
  }

  private ACustomer customer(String ref, String name) {
    return stories.aCustomer(ref).named(name).buyingEvery(30).times(4).silentFor(95);
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void theTextMessageIsOpenedByEnterAndLeftByEscape() {
    browser.script(
        """
        window.faults = []; window.opened = 0;
        window.addEventListener('error', e => window.faults.push(e.message));
        const link = document.querySelector("[href^='sms:']");
        link.addEventListener('click', e => { window.opened++; e.preventDefault(); });
        link.focus();
        """);
    browser.press(Keys.ENTER);
    assertThat(browser.script("return window.opened")).isEqualTo(1L);
    browser.one("#message-words").click();
    browser.press(Keys.ESCAPE);
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("");
    assertThat(browser.script("return window.faults")).isEqualTo(List.of());
  }

  /** A complaint takes no day, and a day that was chosen before can be taken back. */
  @Test
  void aDayIsGivenUpByChoosingItAgain() {
    browser.script("document.querySelector('.next').scrollIntoView({block: 'center'})");
    for (var expected : new boolean[] {true, false, true}) {
      browser.one("label[for='next+1d']").click();
      assertThat(browser.one("[id='next+1d']").isSelected()).isEqualTo(expected);
    }
    browser.script("document.activeElement.blur()");
    browser.press("+").press("1").press("d");
    assertThat(browser.one("[id='next+1d']").isSelected()).isFalse();
  }

  @Test
  void aNoteIsKeptByWhoGoesToAnotherCardAtOnce() {
    browser.script(TYPED + "document.querySelectorAll('.queue a')[1].click()");
    browser.until(d -> "Ana Couto".equals(browser.one("#who").getText()));
    assertThat(draft()).isEqualTo("he wants samples");
    // and back: it stands on the card
    browser.script("document.querySelectorAll('.queue a')[0].click()");
    browser.until(d -> "Weber GmbH".equals(browser.one("#who").getText()));
    assertThat(browser.one("#note").getDomProperty("value")).isEqualTo("he wants samples");
  }

  @Test
  void aNoteThatCannotBeKeptIsSaidAndNoKeyPressedMeanwhileGoesToAnotherCard() {
    browser.script(
        TYPED
            + """
            window.real = window.fetch;
            window.fetch = () => new Promise(told => setTimeout(() => told(new Response('', {status: 500})), 400));
            document.querySelectorAll('.queue a')[1].click();
            """);
    browser.press("2").until(d -> !browser.all("#toasts .note").isEmpty());
    assertThat(browser.one("#who").getText()).isEqualTo("Weber GmbH");
    browser.script("window.fetch = window.real; document.querySelectorAll('.queue a')[1].click()");
    browser.until(d -> "Ana Couto".equals(browser.one("#who").getText()));
    assertThat(draft()).isEqualTo("he wants samples");
    browser.script("document.querySelectorAll('.queue a')[0].click()");
    browser.until(d -> "Weber GmbH".equals(browser.one("#who").getText()));
    assertThat(desk.count("call")).as("nobody was called").isZero();
  }

  @Test
  void aFieldIsKeptByWhoGoesToAnotherCardAtOnce() {
    browser.press("4").until(d -> browser.one("#panel-talked").isDisplayed());
    browser.script(
        """
        const field = document.getElementById('talk-promise');
        field.value = 'samples';
        field.dispatchEvent(new Event('input', {bubbles: true}));
        document.querySelectorAll('.queue a')[1].click();
        """);
    browser.until(d -> "Ana Couto".equals(browser.one("#who").getText()));
    browser.script("document.querySelectorAll('.queue a')[0].click()");
    browser.until(d -> "Weber GmbH".equals(browser.one("#who").getText()));
    assertThat(browser.one("#talk-promise").getDomProperty("value")).isEqualTo("samples");
  }

  @Test
  void whatNeedsItsDayLeadsToTheFieldOfTheDay() {
    browser.press("4").until(d -> browser.one("#panel-talked").isDisplayed());
    browser.one("#talk-result").sendKeys("App");
    assertThat(browser.one("label[for=talk-at]").getText()).doesNotContain("if agreed");
    browser.one("#panel-talked [data-send]").click();
    assertThat(browser.script("return document.activeElement.id")).isEqualTo("talk-at");
    assertThat(desk.count("call")).isZero();
    browser.one("#talk-result").sendKeys("Thinks");
    assertThat(browser.one("label[for=talk-at]").getText()).contains("if agreed");
  }

  @Test
  void aNoteIsKeptByWhoLeavesThePageAtOnce() {
    browser.script(TYPED + "location.assign('/customers')");
    browser.until(d -> "he wants samples".equals(draft()));
  }

  private String draft() {
    return jdbc.sql("select note from note_draft where task_id = :task")
        .param("task", task.value())
        .query(String.class)
        .optional()
        .orElse(null);
  }
}
