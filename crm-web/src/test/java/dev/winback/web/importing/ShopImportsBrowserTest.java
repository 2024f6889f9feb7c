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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** OPS-04: a person loads each shop's export as it is, and explains a table that nobody knows. */
@WebTest
class ShopImportsBrowserTest {

  private static final String TILL =
      """
      Bonnr;Kunde;Datum;Bezeichnung;Menge;Einzelpreis
      17;4711;03.02.2026 10:00;Tee;2;3,50
      17;4711;03.02.2026 10:00;Kanne;1;20,00
      18;4712;03.02.2026 11:00;Tasse;1;8,00
      C19;4711;04.02.2026 09:00;Kanne;-1;20,00
      20;;05.02.2026 09:00;Tee;1;3,50
      """;

  @LocalServerPort int port;
  @Autowired Stories stories;
  @TempDir Path folder;

  @Test
  void everyExportOfAShopGoesInThroughThePages() throws IOException {
    stories.admin();
    stories.member("boss", Role.MANAGER);
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD).size(1440, 900);
      assertThat(loaded(browser, "shopify-orders")).containsExactly("19", "17", "0", "0", "2");
      assertThat(loaded(browser, "shopify-customers").get(4)).isEqualTo("0");
      assertThat(loaded(browser, "woo-webtoffee-orders")).containsExactly("10", "9", "0", "0", "1");
      assertThat(loaded(browser, "woo-customers").get(4)).isEqualTo("0");
      assertThat(loaded(browser, "magento-orders")).containsExactly("8", "7", "0", "0", "1");
      upload(browser, sample("woo-analytics-orders"));
      var failure = browser.until(ExpectedConditions.visibilityOf(browser.one(".alert-danger")));
      assertThat(failure.getText()).contains("names no e-mail address", "plug-in");
      explainTheTill(browser);
    }
  }

  @Test
  void aHostThatIsNoneIsToldWhileTheFileStillStandsInTheForm() {
    stories.admin();
    stories.member("boss", Role.MANAGER);
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD).size(390, 844).go("/settings/imports");
      browser.one("#file").sendKeys(sample("magento-orders").toString());
      browser.one("#shop").sendKeys("my shop");
      browser.one("main form[enctype] button[type=submit]").click();
      assertThat(browser.script("return document.getElementById('shop').validationMessage"))
          .asString()
          .contains("\"my shop\" is not the host of a shop");
      assertThat(browser.script("return document.getElementById('file').files.length"))
          .isEqualTo(1L);
    }
  }

  private void explainTheTill(Browser browser) throws IOException {
    upload(browser, Files.writeString(folder.resolve("till.csv"), TILL));
    browser
        .until(ExpectedConditions.elementToBeClickable(browser.one("a[href$='/mapping']")))
        .click();
    look(browser);
    var money = browser.one("#c5");
    assertThat(new Select(money).getFirstSelectedOption().getText()).isEqualTo("price");
    new Select(money).selectByVisibleText("not used");
    var fault = browser.until(ExpectedConditions.visibilityOf(browser.one(".alert-danger")));
    assertThat(fault.getText()).contains("quantity and unit price");
    new Select(browser.one("#c5")).selectByVisibleText("price");
    var tried = browser.until(ExpectedConditions.visibilityOf(browser.one(".alert-warning")));
    assertThat(tried.getText()).contains("3 facts", "one line").contains("Kunde");
    browser.one("main form button[type=submit]").click();
    assertThat(figures(browser)).containsExactly("5", "4", "0", "0", "1");
    browser.go("/settings/imports/mappings");
    assertThat(browser.one("main table").getText()).contains("till.csv");
    assertThat(browser.accessibilityFaults()).isEmpty();
  }

  private static void look(Browser browser) {
    for (var look : Look.values()) {
      look.on(browser);
      browser.screenshot("mapping-" + look);
      assertThat(look.faults(browser)).as("%s", look).isEmpty();
      assertThat(
              ((Number) browser.script("return document.documentElement.scrollWidth")).intValue())
          .isLessThanOrEqualTo(look.width());
    }
  }

  private static List<String> loaded(Browser browser, String sample) {
    upload(browser, sample(sample));
    return figures(browser);
  }

  private static Path sample(String name) {
    return Path.of("../src/samples", name + ".csv").toAbsolutePath().normalize();
  }

  private static void upload(Browser browser, Path file) {
    browser.go("/settings/imports");
    browser.one("#file").sendKeys(file.toString());
    browser.one("#dryRun").click();
    browser.one("main form[enctype] button[type=submit]").click();
    browser.until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("#progress")));
    browser.until(
        ExpectedConditions.not(
            ExpectedConditions.textToBePresentInElementLocated(
                By.cssSelector("#progress .chip"), "Loading")));
  }

  /** Rows, new, changed, same and rejected, once the run is over. */
  private static List<String> figures(Browser browser) {
    browser.until(
        ExpectedConditions.textToBePresentInElementLocated(
            By.cssSelector("#progress .chip"), "Loaded"));
    return browser.all("#progress .figure .value").stream()
        .map(WebElement::getText)
        .limit(5)
        .toList();
  }
}
