package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Shares and counts are written in one way, in sentences and beside them. */
class FiguresTest {

  private static final Pattern CLOSE = Pattern.compile("[0-9}]%");
  private static final Pattern BY_ITSELF =
      Pattern.compile("getPercentInstance|formatPercent|['\"] ?%['\"]");
  private static final Pattern PLAIN_COUNT =
      Pattern.compile(
          "th:text=\"\\$\\{[^@\"]*(letters|customers|lapses|losses|calls|talks|tasks|returned)\\(\\)}\"");

  @Test
  void noSentenceWritesTheSignAtItsFigure() throws IOException {
    assertThat(found("src/main/resources/messages", ".properties", CLOSE)).isEmpty();
    assertThat(CLOSE.matcher("{0}% kept back").find()).isTrue();
  }

  @Test
  void noPageWritesTheSignByItself() throws IOException {
    assertThat(found("src/main/resources/templates", ".html", BY_ITSELF)).isEmpty();
    assertThat(found("src/main/java", ".java", BY_ITSELF)).isEmpty();
    assertThat(BY_ITSELF.matcher("NumberFormat.getPercentInstance(locale)").find()).isTrue();
  }

  @Test
  void countsThatMayBeLargeAreWrittenWithTheSignBetweenThousands() throws IOException {
    assertThat(found("src/main/resources/templates", ".html", PLAIN_COUNT)).isEmpty();
    assertThat(PLAIN_COUNT.matcher("<td th:text=\"${line.letters()}\">").find()).isTrue();
  }

  private static TreeSet<String> found(String root, String ending, Pattern pattern)
      throws IOException {
    var found = new TreeSet<String>();
    try (var walk = Files.walk(Path.of(root))) {
      for (var file : walk.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> pattern.matcher(line).find())
            .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
      }
    }
    return found;
  }
}
