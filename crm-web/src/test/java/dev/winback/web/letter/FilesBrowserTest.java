package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.Drawings;
import dev.winback.staff.Staff;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** LET-20 in a real browser: a picture is uploaded, put in, and seen in the letter. */
@WebTest
class FilesBrowserTest {

  @LocalServerPort int port;
  @Autowired Staff staff;
  @TempDir Path directory;
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
  void aPictureIsUploadedPutInAndSeenAtBothWidths() throws IOException {
    var photo = Files.write(directory.resolve("New press.jpg"), Drawings.heldUpright(2_400, 1_200));
    browser.go("/letters/rungs/-14");
    browser.script("document.getElementById('files').scrollIntoView()");
    browser.until(ExpectedConditions.presenceOfElementLocated(By.id("field-file")));
    var body = browser.one("#field-body");
    body.clear();
    body.sendKeys("Look what is new.");
    browser.one("#field-file").sendKeys(photo.toString());
    browser.one("#field-words").sendKeys("The new press", Keys.ENTER);
    browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("[data-file]")));
    assertThat(body.getDomProperty("value")).as("not lost").isEqualTo("Look what is new.");
    browser.one("[data-file]").sendKeys(Keys.ENTER);
    assertThat(body.getDomProperty("value"))
        .isEqualTo("Look what is new.\n\n![The new press](picture:new-press)\n\n");
    for (var width : new String[] {"desktop", "phone", "dark"}) {
      browser.script("document.querySelector('[name=width][value=" + width + "]').click()");
      browser.until(d -> width.equals("phone") ? shown() < 400 && shown() > 0 : shown() > 200);
      browser.screenshot("letter-picture-" + width);
    }
    assertThat(browser.one("#check .letter-text").getDomProperty("textContent"))
        .contains("The new press");
    assertThat(browser.accessibilityFaults()).isEmpty();
    browser.go("/letters/files");
    assertThat(browser.accessibilityFaults()).isEmpty();
    browser.screenshot("letter-files");
  }

  /** Before it is sent: the server closes the door on what is too large. */
  @Test
  void aFileThatIsTooLargeIsToldBeforeItIsOnItsWay() throws IOException {
    var large = Files.write(directory.resolve("large.png"), new byte[10_000_001]);
    browser.go("/letters/files").one("#field-file").sendKeys(large.toString());
    assertThat(browser.script("return document.getElementById('field-file').validationMessage"))
        .isEqualTo("The file is larger than 10 MB.");
  }

  /** How wide the loaded picture is in the frame; 0 while it is not there. */
  private int shown() {
    browser.driver().switchTo().defaultContent().switchTo().frame("preview");
    try {
      return browser.driver().findElements(By.cssSelector("img[alt='The new press']")).stream()
          .filter(image -> !"0".equals(String.valueOf(image.getDomProperty("naturalWidth"))))
          .mapToInt(image -> image.getSize().getWidth())
          .findFirst()
          .orElse(0);
    } catch (StaleElementReferenceException drawnAnew) {
      return 0;
    } finally {
      browser.driver().switchTo().defaultContent();
    }
  }
}
