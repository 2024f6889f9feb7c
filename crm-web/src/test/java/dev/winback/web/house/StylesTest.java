package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Styles and scripts: within their budgets (look.md), and without a rule that nothing uses. */
class StylesTest {

  private static final Path SHEET = Path.of("src/main/resources/static/css/winback.css");
  private static final Path SCRIPTS = Path.of("src/main/resources/static/js");
  private static final int BUDGET = 8_000;
  private static final int SCRIPT_BUDGET = 10_000;
  private static final Pattern CLASS = Pattern.compile("\\.([a-z][\\w-]*)");

  /** The end of a name that a template or htmx puts together. */
  private static final Pattern MADE = Pattern.compile("s[1-5]|band-.*|htmx-.*");

  @Test
  void itKeepsItsBudget() throws IOException {
    assertThat(packed(SHEET)).isBetween(1_000, BUDGET);
  }

  /** As they are built: a page has the common one and at most one of its own. */
  @Test
  void theScriptsOfAPageKeepTheirs() throws IOException {
    int common = 0;
    int largest = 0;
    try (var scripts = Files.list(SCRIPTS)) {
      for (var script : scripts.toList()) {
        var built = Path.of("target/classes/static/js", script.getFileName().toString());
        if (script.endsWith("winback.js")) {
          common = packed(built);
        } else {
          largest = Math.max(largest, packed(built));
        }
      }
    }
    assertThat(common + largest).isBetween(common + 1_000, SCRIPT_BUDGET);
  }

  private static int packed(Path file) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(Files.readAllBytes(file));
    }
    return packed.size();
  }

  @Test
  void everyClassOfItIsUsed() throws IOException {
    var used = used();
    var selectors = Files.readString(SHEET).replaceAll("(?s)/\\*.*?\\*/|\"[^\"]*\"|:[^;{]*;", "");
    var dead = new TreeSet<String>();
    CLASS
        .matcher(selectors)
        .results()
        .map(match -> match.group(1))
        .filter(name -> !MADE.matcher(name).matches() && !stands(name, used))
        .forEach(dead::add);
    assertThat(dead).isEmpty();
    assertThat(stands("no-such-class", used)).isFalse();
  }

  private static boolean stands(String name, String text) {
    return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])").matcher(text).find();
  }

  private static String used() throws IOException {
    var all = new StringBuilder();
    for (var root : new String[] {"resources/templates", "resources/static/js", "java"}) {
      try (var files = Files.walk(Path.of("src/main", root))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          all.append(Files.readString(file)).append('\n');
        }
      }
    }
    return all.toString();
  }
}
