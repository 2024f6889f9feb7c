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
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The editor in a real browser: the frame shows the draft under its own policy while one types. */
@WebTest
class LetterEditorBrowserTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @Autowired Stories stories;
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
  }

  private void frameShows(String words) {
    browser.until(
        driver -> {
          driver.switchTo().defaultContent().switchTo().frame("preview");
          var shown = driver.findElement(By.tagName("body")).getText().contains(words);
          driver.switchTo().defaultContent();
          return shown ? true : null;
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
          "/letters/rungs/1/dry-run"
        }) {
      browser.go(path);
      assertThat(browser.accessibilityFaults()).as(path).isEmpty();
      browser.screenshot("letters" + path.replace('/', '-'));
    }
  }
}
