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
      Look.LIGHT_WIDE.on(browser);
      browser.go(screen);
      for (var look : Look.values()) {
        look(browser, screen, look, soft);
      }
    }
  }

  private static void look(Browser browser, String screen, Look look, SoftAssertions soft) {
    var name = screen.replaceAll("[^a-zA-Z0-9]+", "-") + "-" + look;
    look.on(browser);
    browser.screenshot("screen" + name);
    soft.assertThat(look.faults(browser)).as(name).isEmpty();
    var seen = (Map<?, ?>) browser.script(SEEN);
    soft.assertThat((List<?>) seen.get("addresses"))
        .as(name + " has addresses that nobody has put together")
        .isEmpty();
    var headings = strings(seen.get("headings"));
    soft.assertThat(headings).as(name).hasSize(1).doesNotContainAnyElementsOf(FAULTS);
    soft.assertThat((Long) seen.get("width"))
        .as(name + " scrolls sideways")
        .isLessThanOrEqualTo(look.width());
    soft.assertThat((Long) seen.get("nodes")).as(name + " nodes").isLessThanOrEqualTo(1500);
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }
}
