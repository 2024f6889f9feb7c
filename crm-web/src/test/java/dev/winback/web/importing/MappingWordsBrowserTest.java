package dev.winback.web.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Role;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Look;
import dev.winback.web.testing.WebTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** OPS-04: who loads a file of his own system says what its words mean, and who its buyers are. */
@WebTest
class MappingWordsBrowserTest {

  private static final String ORDERS =
      """
      Bestellnr;Datum;Betrag;E-Mail;Telefon;Status
      1;03.02.2026 10:00;27,00;anna@example.com;;Bezahlt
      2;04.02.2026 10:00;12,50;;0221 4711230;STORNIERT
      3;05.02.2026 10:00;8,00;anna@example.com;;Versendet
      """;

  @LocalServerPort int port;
  @Autowired Stories stories;
  @TempDir Path folder;

  @Test
  void theWordsOfAFileAreExplainedBelowTheirColumn() throws IOException {
    stories.admin();
    stories.member("boss", Role.MANAGER);
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD).size(1440, 900);
      upload(browser);
      look(browser);
      assertThat(chosen(browser, "#w5-0")).isEqualTo("paid");
      assertThat(chosen(browser, "#w5-1")).isEqualTo("cancelled");
      assertThat(chosen(browser, "#w5-2")).startsWith("not explained");
      assertThat(browser.one(".alert-warning").getText()).contains("\"Versendet\"", "Mappings");
      new Select(browser.one("#w5-2")).selectByVisibleText("paid");
      var tried = browser.until(ExpectedConditions.visibilityOf(browser.one(".alert-success")));
      assertThat(tried.getText()).contains("3 facts");
      typeAnother(browser);
      browser.one("main form button[type=submit]").click();
      loaded(browser);
    }
  }

  /** What was typed stays until its meaning is chosen. */
  private static void typeAnother(Browser browser) {
    browser.one("#t5-3").sendKeys("Retoure\t");
    browser.until(ExpectedConditions.attributeToBe(By.cssSelector("#t5-3"), "value", "Retoure"));
    browser.until(d -> "Retoure".equals(browser.one("#t5-3").getDomAttribute("value")));
    browser.one("main form button[type=submit]").click();
    browser.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.cssSelector(".alert-danger"), "Say what \"Retoure\" means in the column"));
    assertThat(browser.one("#t5-3").getDomAttribute("value")).isEqualTo("Retoure");
    new Select(browser.one("#w5-3")).selectByVisibleText("refunded");
    browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#w5-4")));
    assertThat(chosen(browser, "#w5-0")).isIn("paid", "refunded");
  }

  private static void loaded(Browser browser) {
    browser.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.cssSelector("#progress .chip"), "Loaded"));
    assertThat(browser.one("main").getText())
        .contains("1 found by the e-mail address, 1 by the telephone number, 0 by the name");
    browser.go("/settings/imports/mappings");
    browser.one("main table a").click();
    assertThat(browser.one("main fieldset").getText()).contains("Retoure", "Another word");
    browser.size(390, 844);
    browser.screenshot("mapping-words-kept");
    assertThat(browser.accessibilityFaults()).isEmpty();
  }

  private static String chosen(Browser browser, String select) {
    return new Select(browser.one(select)).getFirstSelectedOption().getText();
  }

  private void upload(Browser browser) throws IOException {
    var file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
    browser.go("/settings/imports");
    browser.one("#file").sendKeys(file.toString());
    browser.one("#dryRun").click();
    browser.one("main form[enctype] button[type=submit]").click();
    browser.until(
        ExpectedConditions.presenceOfElementLocated(By.cssSelector("a[href$='/mapping']")));
    browser.one("a[href$='/mapping']").click();
    browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#w5-0")));
  }

  private static void look(Browser browser) {
    for (var look : Look.values()) {
      look.on(browser);
      browser.script("document.querySelector('#w5-0').scrollIntoView({block: 'center'})");
      browser.screenshot("mapping-words-" + look);
      assertThat(look.faults(browser)).as("%s", look).isEmpty();
      var wide = (Number) browser.script("return document.documentElement.scrollWidth");
      assertThat(wide.intValue()).isLessThanOrEqualTo(look.width());
    }
    Look.LIGHT_WIDE.on(browser);
  }
}
