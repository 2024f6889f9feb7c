package dev.winback.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.util.FileSystemUtils;

/**
 * The one Chromium of a test process: to start it takes longer than most tests, so it stays, and
 * what a test leaves in it (tabs, cookies, storage, cache) is thrown away behind that test.
 */
final class Chromium {

  private static final List<Path> BROWSERS =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));
  private static final List<Path> DRIVERS =
      List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/local/bin/chromedriver"));
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--disable-dev-shm-usage",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--hide-scrollbars",
          "--force-device-scale-factor=1",
          "--lang=en-US");

  private static ChromeDriver running;

  private Chromium() {}

  static boolean installed() {
    return BROWSERS.stream().anyMatch(Files::isExecutable)
        && DRIVERS.stream().anyMatch(Files::isExecutable);
  }

  /** The browser with one empty tab. */
  static synchronized ChromeDriver driver() {
    if (running == null) {
      running = start();
    }
    return running;
  }

  /** Throws away all that this site left; a browser that does not answer is replaced by another. */
  static synchronized void forget(String site) {
    try {
      var used = running.getWindowHandles();
      var empty = running.switchTo().newWindow(WindowType.TAB).getWindowHandle();
      used.forEach(tab -> running.switchTo().window(tab).close());
      running.switchTo().window(empty);
      running.executeCdpCommand("Network.clearBrowserCookies", Map.of());
      running.executeCdpCommand("Network.clearBrowserCache", Map.of());
      running.executeCdpCommand(
          "Storage.clearDataForOrigin", Map.of("origin", site, "storageTypes", "all"));
    } catch (WebDriverException dead) {
      var broken = running;
      running = null;
      broken.quit();
    }
  }

  private static ChromeDriver start() {
    try {
      var profile = Files.createTempDirectory("browser");
      var options = new ChromeOptions();
      options.setBinary(first(BROWSERS).toFile());
      options.addArguments(FLAGS);
      options.addArguments("--user-data-dir=" + profile);
      var service =
          new ChromeDriverService.Builder().usingDriverExecutable(first(DRIVERS).toFile()).build();
      var driver = new ChromeDriver(service, options);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(driver, profile)));
      return driver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path first(List<Path> paths) {
    return paths.stream().filter(Files::isExecutable).findFirst().orElseThrow();
  }

  private static void end(ChromeDriver driver, Path profile) {
    driver.quit();
    try {
      FileSystemUtils.deleteRecursively(profile);
    } catch (IOException leftBehind) {
      // the browser may still be writing; the directory is a temporary one
    }
  }
}
