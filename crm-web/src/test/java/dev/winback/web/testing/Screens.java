package dev.winback.web.testing;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;

/**
 * Screens in light and dark, 1440 and 390 wide: nothing for axe to find, one heading, no sideways
 * scrolling, and no more nodes than look.md allows.
 */
public final class Screens {

  private static final List<String> FAULTS =
      List.of("Not found", "Not possible now", "Please correct this", "Something went wrong");

  /** Asked at once: each question of its own goes through three programs. */
  private static final String SEEN =
      """
      const all = css => [...document.querySelectorAll(css)];
      return {
        addresses: all("[action*='${'], [formaction*='${'], [href*='${']").map(e => e.outerHTML),
        headings: all('h1').map(e => e.innerText.trim()),
        width: document.documentElement.scrollWidth,
        nodes: all('*').length
      };
      """;

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
    var seen = (Map<?, ?>) browser.script(SEEN);
    soft.assertThat((List<?>) seen.get("addresses"))
        .as(name + " has addresses that nobody has put together")
        .isEmpty();
    var headings = strings(seen.get("headings"));
    soft.assertThat(headings).as(name).hasSize(1).doesNotContainAnyElementsOf(FAULTS);
    soft.assertThat((Long) seen.get("width"))
        .as(name + " scrolls sideways")
        .isLessThanOrEqualTo(width);
    soft.assertThat((Long) seen.get("nodes")).as(name + " nodes").isLessThanOrEqualTo(1500);
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }
}
