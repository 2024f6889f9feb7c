package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The acceptance list says of each item which test shows it, and that is so. */
class AcceptanceTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile(
          "\\| ([A-Z]{3}-\\d\\d) \\| ([MSCF]) \\| (\\d) \\| .*? \\| (.*?) \\| .*? \\| .*? \\|");

  /** A page's address, or a call with its method; a query only narrows it. */
  private static final Pattern PAGE =
      Pattern.compile("\\| `(?:(?:GET|POST|PUT) )?(/[^`?]*)(?:\\?[^`]*)?` \\|");

  private static final Pattern FINISHED = Pattern.compile("(?m)^Finished: ([\\d ]+)$");
  private static final Pattern CITED =
      Pattern.compile("([A-Z]{3})-(\\d\\d)(?:\\s*(?:to|…|–)\\s*(?:[A-Z]{3}-)?(\\d\\d)\\b)?");

  private record Item(String number, String grade, String issue, List<String> tests) {}

  private static String list() throws IOException {
    return Files.readString(ROOT.resolve("src/docs/acceptance.md"));
  }

  private static List<Item> items() throws IOException {
    return ROW.matcher(list())
        .results()
        .map(
            row ->
                new Item(
                    row.group(1),
                    row.group(2),
                    row.group(3),
                    Arrays.stream(row.group(4).split(" ")).filter(t -> !t.isEmpty()).toList()))
        .toList();
  }

  private static Map<String, Set<String>> citations() throws IOException {
    var cited = new HashMap<String, Set<String>>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (var file : files.filter(AcceptanceTest::isTest).toList()) {
        var name = file.getFileName().toString().replace(".java", "");
        cited.put(name, cited(Files.readString(file)));
      }
    }
    return cited;
  }

  private static boolean isTest(Path file) {
    var path = file.toString().replace('\\', '/');
    return path.endsWith(".java") && path.contains("/src/test/") && !path.contains("/target/");
  }

  /** The numbers in a text; a range names all between its ends. */
  private static Set<String> cited(String text) {
    return CITED
        .matcher(text)
        .results()
        .flatMap(
            found -> {
              int from = Integer.parseInt(found.group(2));
              int until = found.group(3) == null ? from : Integer.parseInt(found.group(3));
              return Stream.iterate(from, n -> n <= Math.max(from, until), n -> n + 1)
                  .map(n -> "%s-%02d".formatted(found.group(1), n));
            })
        .collect(Collectors.toSet());
  }

  @Test
  void allTwoHundredItemsAreListedOnce() throws IOException {
    assertThat(items()).extracting(Item::number).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void eachTestThatIsNamedIsThereAndCitesItsItem() throws IOException {
    var citations = citations();
    var wrong = new ArrayList<String>();
    for (var item : items()) {
      for (var test : item.tests()) {
        if (!citations.getOrDefault(test, Set.of()).contains(item.number())) {
          wrong.add(item.number() + " " + test);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatAFinishedPieceMustOrShouldBringIsTested() throws IOException {
    var finished = FINISHED.matcher(list());
    assertThat(finished.find()).isTrue();
    var issues = Set.of(finished.group(1).trim().split(" "));
    assertThat(items().stream().filter(item -> issues.contains(item.issue())))
        .isNotEmpty()
        .filteredOn(item -> "MS".contains(item.grade()))
        .allSatisfy(item -> assertThat(item.tests()).as(item.number()).isNotEmpty());
  }

  /** Every endpoint stands in the matrix of access, so a page that is named there is served. */
  @Test
  void eachPageThatIsNamedIsServed() throws IOException {
    var served = served();
    var pages = PAGE.matcher(list()).results().map(row -> row.group(1)).toList();
    assertThat(pages).hasSizeGreaterThan(50);
    assertThat(served).containsAll(pages);
  }

  private static Set<String> served() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/access"))) {
      return files
          .flatMap(AcceptanceTest::lines)
          .map(line -> line.split(",")[1])
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRangeCitesAllBetweenItsEnds() {
    assertThat(cited("DEC-18, DEC-19 and UND-05 to UND-07"))
        .containsExactlyInAnyOrder("DEC-18", "DEC-19", "UND-05", "UND-06", "UND-07");
  }
}
