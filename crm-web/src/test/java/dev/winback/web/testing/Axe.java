package dev.winback.web.testing;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/** What axe finds wrong on a page as it stands. */
final class Axe {

  private static final Map<String, Object> RULES =
      Map.of(
          "type",
          "tag",
          "values",
          List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));

  /** For each text axe reads the colours of all that lies below it: a page has a few of them. */
  private static final String COLOURS_READ_ONCE =
      """
      (() => {
        const colour = axe.commons.color.Color.prototype, parse = colour.parseString, read = new Map();
        colour.parseString = function (text) {
          if (!read.has(text)) {
            parse.call(this, text);
            read.set(text, [this.r, this.g, this.b, this.alpha]);
          }
          [this.r, this.g, this.b, this.alpha] = read.get(text);
          return this;
        };
      })();
      """;

  private static final String SCRIPT = script();

  private Axe() {}

  private static String script() {
    try (var in = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8) + COLOURS_READ_ONCE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> faults(ChromeDriver driver) {
    if (Boolean.FALSE.equals(driver.executeScript("return 'axe' in window"))) {
      driver.executeScript(SCRIPT);
    }
    var faults =
        (List<?>)
            driver.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                axe.run(document, {runOnly: arguments[0], resultTypes: ['violations']}).then(
                  found => done(found.violations.map(v => v.id + ': ' + v.help + ' '
                    + v.nodes.map(n => n.target + ' ' + n.html + ' ' + n.failureSummary).join(', '))),
                  error => done(['axe failed: ' + error]));
                """,
                RULES);
    return faults.stream().map(String::valueOf).toList();
  }
}
