package dev.winback.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium that knows nothing of the tests before and talks to the application under
 * test; skips the test with the reason where there is no browser, and fails it when {@code
 * CI=true}.
 */
public final class Browser implements AutoCloseable {

  private static final boolean PICTURES = System.getProperty("pictures") != null;

  private final ChromeDriver driver;
  private final String root;

  private Browser(ChromeDriver driver, String root) {
    this.driver = driver;
    this.root = root;
  }

  /** Opens a browser for the application on this port. */
  public static Browser open(int port) {
    require(Chromium.installed(), "no Chromium with chromedriver on this machine");
    var browser = new Browser(Chromium.driver(), "http://localhost:" + port);
    browser.driver.manage().window().setSize(new Dimension(1440, 1040));
    return browser.prefers("light").size(1440, 900);
  }

  private static void require(boolean there, String reason) {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as(reason).isTrue();
    }
    Assumptions.assumeTrue(there, reason);
  }

  public ChromeDriver driver() {
    return driver;
  }

  public Browser go(String path) {
    driver.get(root + path);
    return this;
  }

  /** The path and query that the address bar shows. */
  public String path() {
    return driver.getCurrentUrl().substring(root.length());
  }

  public Browser signIn(String login, String password) {
    driver.manage().deleteAllCookies();
    go("/login");
    one("#username").sendKeys(login);
    one("#password").sendKeys(password, Keys.ENTER);
    until(d -> !path().startsWith("/login") || path().contains("error"));
    assertThat(path()).as("signed in as " + login).doesNotContain("error");
    return this;
  }

  /** The size of the page itself, exact also below the narrowest window of the platform. */
  public Browser size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    return this;
  }

  /** A telephone: a page of this size that is touched and not pointed at. */
  public Browser touch(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true));
    driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
    return this;
  }

  /** What the operating system prefers: {@code light} or {@code dark}. */
  public Browser prefers(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", scheme),
                // a colour that is on its way to another one has no contrast to speak of
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    return this;
  }

  /** The page as it is printed on A4 with a margin of 12 mm, by somebody who works in the dark. */
  public Browser onPaper() {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            "print",
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    return size(703, 1030);
  }

  public WebElement one(String css) {
    return until(d -> d.findElements(By.cssSelector(css)).stream().findFirst().orElse(null));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Presses keys with the focus where it is. */
  public Browser press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
    return this;
  }

  /** Waits at most 20 seconds for something to become true or present; a swap meanwhile is fine. */
  public <T> T until(ExpectedCondition<T> condition) {
    return new WebDriverWait(driver, Duration.ofSeconds(20), Duration.ofMillis(25))
        .ignoring(StaleElementReferenceException.class)
        .until(condition);
  }

  public Object script(String javascript, Object... arguments) {
    return driver.executeScript(javascript, arguments);
  }

  /** What axe finds wrong on the page as it stands. */
  public List<String> accessibilityFaults() {
    until(d -> all(".htmx-request").isEmpty());
    return Axe.faults(driver);
  }

  /** Keeps a picture of the page under {@code target/screenshots}, with {@code -Dpictures}. */
  public void screenshot(String name) {
    if (!PICTURES) {
      return;
    }
    try {
      var directory = Files.createDirectories(Path.of("target", "screenshots"));
      var file = directory.resolve(name + ".png");
      // packed less tightly than WebDriver would, in half of the time
      var shot = Map.<String, Object>of("format", "png", "optimizeForSpeed", true);
      var data = driver.executeCdpCommand("Page.captureScreenshot", shot).get("data");
      Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Chromium.forget(root);
  }
}
