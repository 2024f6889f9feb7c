package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a page writes is escaped; chips alone were made, and escaped, by a template before. */
class EscapedTest {

  private static final Pattern AS_IT_IS = Pattern.compile("th:utext=\"(?!\\$\\{chips\\.)|\\[\\(");

  @Test
  void noPageWritesWhatItIsGivenAsItIs() throws IOException {
    var found = new ArrayList<String>();
    try (var walk = Files.walk(Path.of("src/main/resources/templates"))) {
      for (var file : walk.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> AS_IT_IS.matcher(line).find())
            .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
      }
    }
    assertThat(found).isEmpty();
    assertThat(AS_IT_IS.matcher("<p th:utext=\"${row.name()}\">").find()).isTrue();
    assertThat(AS_IT_IS.matcher("<p>[(${row.name()})]</p>").find()).isTrue();
  }
}
