package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the glossary calls by one word has that word on the screen too (decision 646). */
class WordsTest {

  private static final Pattern LOSS = Pattern.compile("\\bloss(es)?\\b", Pattern.CASE_INSENSITIVE);

  /** What is measured and has no record of its own, and a code of an address. */
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?i)\\b(loss rate|mass loss|log-loss|expected loss of a year|allowed are loss)\\b");

  private static final Pattern APART = Pattern.compile("[0-9}]( |\\\\u0020)%");

  /** How surprised a forecast was. */
  private static final String SURPRISE = "model.test.";

  @Test
  void oneLossOfACustomerIsCalledALapse() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/messages"))) {
      assertThat(files.sorted().flatMap(WordsTest::lines).filter(WordsTest::otherwise)).isEmpty();
    }
    assertThat(List.of("a=Open losses", "b=Loss 1", "c=Loss rate", "d=2 lapses"))
        .filteredOn(WordsTest::otherwise)
        .containsExactly("a=Open losses", "b=Loss 1");
  }

  /** A line ended between a number and its sign: "4" above, "% of them" below. */
  @Test
  void aPercentSignStaysWithItsNumber() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/messages"))) {
      assertThat(files.sorted().flatMap(WordsTest::lines).filter(WordsTest::apart)).isEmpty();
    }
    assertThat(List.of("a={0} %", "b=80\\u0020%", "c={0}\u00a0%", "d=5 % of {0}"))
        .filteredOn(WordsTest::apart)
        .hasSize(3);
  }

  private static boolean apart(String line) {
    return APART.matcher(line).find();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> line.contains("="));
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static boolean otherwise(String line) {
    var text = line.substring(line.indexOf('=') + 1);
    return !line.startsWith(SURPRISE) && LOSS.matcher(MEASURE.matcher(text).replaceAll("")).find();
  }
}
