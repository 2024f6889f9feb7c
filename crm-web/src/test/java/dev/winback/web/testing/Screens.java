package dev.winback.web.testing;

import java.util.List;
import org.assertj.core.api.SoftAssertions;

/**
 * Screens in light and dark, 1440 and 390 wide: nothing for axe to find, one heading, no sideways
 * scrolling, and no more nodes than look.md allows.
 */
public final class Screens {

  private Screens() {}

  /** Each is opened once: what looks at the width or at the scheme looks again when it changes. */
  public static void look(Browser browser, List<String> screens, SoftAssertions soft) {
    for (var screen : screens) {
      browser.prefers("light").size(1440, 900).go(screen);
      look(browser, screen, "light", 1440, soft);
      browser.prefers("dark");
      look(browser, screen, "dark", 1440, soft);
      browser.size(390, 900);
      look(browser, screen, "dark", 390, soft);
      browser.prefers("light");
      look(browser, screen, "light", 390, soft);
    }
  }

  private static void look(
      Browser browser, String screen, String scheme, int width, SoftAssertions soft) {
    var name = screen.replaceAll("[^a-zA-Z0-9]+", "-") + "-" + scheme + "-" + width;
    browser.screenshot("screen" + name);
    soft.assertThat(browser.accessibilityFaults()).as(name).isEmpty();
    soft.assertThat(browser.all("[action*='${'], [formaction*='${'], [href*='${']"))
        .as(name + " has addresses that nobody has put together")
        .isEmpty();
    soft.assertThat(browser.all("h1")).as(name).hasSize(1);
    soft.assertThat(browser.one("h1").getText())
        .as(name)
        .isNotIn("Not found", "Not possible now", "Please correct this", "Something went wrong");
    soft.assertThat(number(browser, "return document.documentElement.scrollWidth"))
        .as(name + " scrolls sideways")
        .isLessThanOrEqualTo(width);
    soft.assertThat(number(browser, "return document.querySelectorAll('*').length"))
        .as(name + " nodes")
        .isLessThanOrEqualTo(1500);
  }

  private static long number(Browser browser, String javascript) {
    return ((Number) browser.script(javascript)).longValue();
  }
}
