package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The editor in a real browser: the frame shows the draft under its own policy while one types. */
@WebTest
class LetterEditorBrowserTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  private Browser browser;

  @BeforeEach
  void marketing() {
    People.hire(staff);
    browser = Browser.open(port);
    browser.signIn("marketing", People.PASSWORD);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void theFrameFollowsTheWordsAndAChipInsertsItsValue() {
    browser.go("/letters/rungs/1");
    frameShows("10 %");
    var body = browser.one("#field-body");
    body.clear();
    body.sendKeys("Quite new words, only ");
    browser.one("[data-insert='{{percent}}']").sendKeys(Keys.ENTER);
    assertThat(body.getDomProperty("value")).isEqualTo("Quite new words, only {{percent}}");
    frameShows("Quite new words, only 10");
    browser.until(
        ExpectedConditions.textToBePresentInElementLocated(By.id("check"), "of 50 characters"));
    browser.screenshot("letter-editor");
    browser.one("#field-subject").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
    browser.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.cssSelector("#check a[href='#field-subject']"), "it needs words"));
  }

  @Test
  void whatTheReaderOpenedStaysOpenWhileTheWordsChange() {
    browser.go("/letters/rungs/1");
    browser.until(d -> !browser.all("#fold-text").isEmpty());
    browser.one("#fold-text").click();
    browser.one("#field-subject").sendKeys(" Zebra");
    browser.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.cssSelector("#check strong"), "Zebra"));
    assertThat(browser.all("#check details[open] > #fold-text")).hasSize(1);
  }

  /** A letter is shown at both widths and in dark, with a name that would break out if it could. */
  @Test
  void theUglyCustomerIsShownAtTwoWidthsAndInDarkAndRunsNothing() {
    var ugly = "\u202E<img src=x onerror=document.title='run'>" + "W".repeat(200);
    stories.aCustomer("UGLY").named(ugly).silentFor(100).save();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            select id, 1, 'LATE', '2026-06-01', 'test', '2026-02-20', 100, 'EUR' from customer where ref = 'UGLY'
            """)
        .update();
    browser.go("/letters/rungs/1");
    frameShows("10 %");
    browser.one("[name=ref]").sendKeys("UGLY");
    var subject = browser.one("#field-subject");
    subject.clear();
    subject.sendKeys("{{name}}");
    browser.one("[name='fallback.name']").sendKeys("friend");
    frameShows("Good day");
    for (var width : new String[] {"desktop", "phone", "dark"}) {
      browser.script("document.querySelector('[name=width][value=" + width + "]').click()");
      frameShows("Good day");
      browser.until(d -> background().contains("17, 22, 27") == width.equals("dark"));
      browser.screenshot("letter-editor-" + width);
    }
    assertThat(browser.driver().getTitle()).isNotEqualTo("run");
    assertThat(browser.accessibilityFaults()).isEmpty();
  }

  /** Of the sandboxed frame, read through the browser and not by a script of the letter. */
  private String background() {
    browser.driver().switchTo().defaultContent().switchTo().frame("preview");
    try {
      return browser.driver().findElement(By.tagName("body")).getCssValue("background-color");
    } catch (StaleElementReferenceException drawnAnew) {
      return "";
    } finally {
      browser.driver().switchTo().defaultContent();
    }
  }

  private void frameShows(String words) {
    browser.until(
        driver -> {
          driver.switchTo().defaultContent().switchTo().frame("preview");
          try {
            return driver.findElement(By.tagName("body")).getText().contains(words) ? true : null;
          } catch (WebDriverException drawnAnew) {
            return null;
          } finally {
            driver.switchTo().defaultContent();
          }
        });
  }

  @Test
  void thePagesHaveNoAccessibilityFaults() {
    for (var path :
        new String[] {
          "/letters",
          "/letters/held",
          "/letters/list",
          "/letters/in-doubt",
          "/letters/rungs/1",
          "/letters/rungs/1/dry-run",
          "/letters/rungs/1/activation?backlog=true",
          "/letters/rungs/1/versions/1",
          "/letters/letterhead",
          "/letters/results",
          "/letters/results/names",
          "/coupons"
        }) {
      browser.go(path);
      assertThat(browser.accessibilityFaults()).as(path).isEmpty();
      browser.screenshot("letters" + path.replace('/', '-'));
    }
  }
}
