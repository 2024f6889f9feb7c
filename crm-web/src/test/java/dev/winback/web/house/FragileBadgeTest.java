package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** RET-02: a template whose rows lead to customers or losses shows who is in his fragile year. */
class FragileBadgeTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern EACH = Pattern.compile("th:each=\"(\\w+)");
  private static final Pattern LINK =
      Pattern.compile("@\\{/(?:customers/\\{ref}|lapses/\\{id})\\(\\w+=\\$\\{(\\w+)\\.");

  private static final Map<String, String> REASONS =
      Map.of(
          "aftercare/refusals.html", "who refused has not come back",
          "aftercare/testimonials.html", "what was said, of each who returned",
          "audit/audit.html", "acts, by the number of whom they touched",
          "customer/timeline.html", "a part of the page of one customer",
          "lapse/dossier.html", "a part of the page of one loss",
          "lapse/questions.html", "asked of our own people, who may not know the customer any more",
          "letter/check.html", "a light of a letter with a few examples",
          "survey/given.html", "a part of the page of one customer");

  @Test
  void everyListOfCustomersShowsWhoIsFragile() throws IOException {
    assertThat(without()).isEqualTo(new TreeSet<>(REASONS.keySet()));
  }

  private static TreeSet<String> without() throws IOException {
    var found = new TreeSet<String>();
    try (var files = Files.walk(TEMPLATES)) {
      for (var file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        var text = Files.readString(file);
        if (lists(text) && !text.contains("chips :: fragile")) {
          found.add(TEMPLATES.relativize(file).toString().replace('\\', '/'));
        }
      }
    }
    return found;
  }

  /** It links what a row of a loop stands for. */
  private static boolean lists(String text) {
    var rows = new HashSet<String>();
    EACH.matcher(text).results().forEach(each -> rows.add(each.group(1)));
    return LINK.matcher(text).results().anyMatch(link -> rows.contains(link.group(1)));
  }
}
