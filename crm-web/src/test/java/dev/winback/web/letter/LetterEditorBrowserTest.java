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

  /**
   * The buttons stand at the foot of the window: what they answer is seen without looking for it.
   */
  @Test
  void whatAButtonOfTheLetterAnswersIsSeenWhereTheButtonIs() {
    browser.go("/letters/rungs/1");
    frameShows("10 %");
    for (var button : browser.all(".save-bar [hx-target='#missing']")) {
      browser.script("document.getElementById('missing').replaceChildren(); scrollTo(0, 500)");
      browser.script("arguments[0].click()", button);
      browser.until(
          d ->
              browser.script(
                      """
                      const answer = document.getElementById('missing');
                      const at = answer.getBoundingClientRect();
                      const bar = document.querySelector('.save-bar').getBoundingClientRect();
                      return answer.children.length > 0 && at.height > 0 && at.bottom <= bar.top + 1 && at.bottom > 0;
                      """)
                  == Boolean.TRUE);
    }
  }

  /** A letter is shown at both widths and in dark, with a name that would break out if it could. */
  @Test
  void theUglyCustomerIsShownAtTwoWidthsAndInDarkAndRunsNothing() {
    var ugly = "\u202E<img src=x onerror=document.title='run'>" + "W".repeat(200);
    stories.aCustomer("UGLY").named(ugly).silentFor(100).save();
    lost();
    browser.go("/letters/rungs/1");
    frameShows("10 %");
    browser.one("[name=ref]").sendKeys("UGLY");
    var subject = browser.one("#field-subject");
    subject.clear();
    subject.sendKeys("{{name}}");
    browser.one("[name='fallback.name']").sendKeys("friend");
    frameShows("Good day");
    fitsAtEachWidth("letter-editor", "Good day");
    assertThat(browser.accessibilityFaults()).isEmpty();
  }

  /** Of T48 what only a browser can show: nothing runs, nothing is wider than its window. */
  @Test
  void anUglyTextAndAnUglySubjectAreShownAtTwoWidthsAndInDarkAndRunNothing() {
    var ugly = "{{percent}}\r\n😀 ]]> &amp; " + "W".repeat(10_000);
    stories.aCustomer("UGLY").silentFor(100).save();
    // of a person such a name is not used at all
    jdbc.sql("update customer set company = :ugly where ref = 'UGLY'").param("ugly", ugly).update();
    lost();
    var tags = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";
    browser.go("/letters/rungs/1");
    frameShows("10 %");
    browser.one("[name=ref]").sendKeys("UGLY");
    browser.one("[name='fallback.name']").sendKeys("friend");
    type("subject", "{{name}} 😀 " + tags);
    type("body", "Ugly 😀 " + tags + "\n\nTo {{name}} " + "W".repeat(5_000));
    frameShows("<script>");
    fitsAtEachWidth("letter-ugly", "]]> &amp;");
  }

  private void lost() {
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            select id, 1, 'LATE', '2026-06-01', 'test', '2026-02-20', 100, 'EUR' from customer where ref = 'UGLY'
            """)
        .update();
  }

  /** As if pasted: keys know no letters beyond the first plane. */
  private void type(String field, String words) {
    browser
        .driver()
        .executeScript(
            "const f = document.getElementById('field-' + arguments[0]); f.value = arguments[1];"
                + " f.dispatchEvent(new Event('input', {bubbles: true}))",
            field,
            words);
  }

  private void fitsAtEachWidth(String picture, String words) {
    for (var width : new String[] {"desktop", "phone", "dark"}) {
      browser.script("document.querySelector('[name=width][value=" + width + "]').click()");
      frameShows(words);
      browser.until(d -> background().contains("17, 22, 27") == width.equals("dark"));
      browser.until(d -> size("clientWidth") < 400 == width.equals("phone"));
      assertThat(size("scrollWidth"))
          .as(width)
          .isPositive()
          .isLessThanOrEqualTo(size("clientWidth"));
      browser.screenshot(picture + "-" + width);
    }
    assertThat(browser.driver().getTitle()).isNotEqualTo("run");
  }

  /** Of the letter's document; 0 while it is not there. */
  private int size(String name) {
    browser.driver().switchTo().defaultContent().switchTo().frame("preview");
    try {
      var size = browser.driver().findElement(By.tagName("html")).getDomProperty(name);
      return size == null ? 0 : Integer.parseInt(size);
    } catch (WebDriverException drawnAnew) {
      return 0;
    } finally {
      browser.driver().switchTo().defaultContent();
    }
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
