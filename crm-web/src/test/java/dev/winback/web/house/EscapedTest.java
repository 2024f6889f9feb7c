package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a page writes is escaped; chips, choices, and what is put together of shapes alone were
 * made, and escaped, by a template before.
 */
class EscapedTest {

  private static final Pattern AS_IT_IS =
      Pattern.compile("th:utext=\"(?!\\$\\{(?:chips|options)\\.)|\\[\\(");

  /** By file, each expression of it that a template has made. */
  private static final Map<String, Set<String>> OF_SHAPES =
      Map.of(
          "lost.html",
          Set.of("${rows}"),
          "list.html",
          Set.of("${lines}"),
          "page.html",
          Set.of("${shapes.same('layout/help')}"),
          "lost-row.html",
          Set.of("${row.silence}", "${row.standing}", "${row.category}"),
          "customers.html",
          Set.of("${rows}"),
          "customer-row.html",
          Set.of("${row.standing}", "${row.category}"));

  @Test
  void noPageWritesWhatItIsGivenAsItIs() throws IOException {
    var found = new ArrayList<String>();
    try (var walk = Files.walk(Path.of("src/main/resources/templates"))) {
      for (var file : walk.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> AS_IT_IS.matcher(ofShapes(file, line)).find())
            .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
      }
    }
    assertThat(found).isEmpty();
    assertThat(AS_IT_IS.matcher("<p th:utext=\"${row.name()}\">").find()).isTrue();
    assertThat(AS_IT_IS.matcher("<p>[(${row.name()})]</p>").find()).isTrue();
  }

  private static String ofShapes(Path file, String line) {
    var left = line;
    for (var made : OF_SHAPES.getOrDefault(file.getFileName().toString(), Set.of())) {
      left = left.replace("th:utext=\"" + made + "\"", "");
    }
    return left;
  }
}
