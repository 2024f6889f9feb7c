package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.TemplateDiff.Change;
import dev.winback.letter.TemplateDiff.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is shown between two versions of a letter: only what differs, also of long texts. */
class TemplateDiffTest {

  private static LetterTemplate saying(String body) {
    return new LetterTemplate("s", "", "g", "f", body, "b", "", "", Map.of());
  }

  private static List<Line> lines(String before, String after) {
    var fields = TemplateDiff.of(saying(before), saying(after)).fields();
    return fields.isEmpty() ? List.of() : fields.get(0).lines();
  }

  private static String numbered(String word, int lines) {
    return IntStream.range(0, lines).mapToObj(n -> word + n).collect(Collectors.joining("\n"));
  }

  @Test
  void whatBothBeginAndEndWithStaysAndTheRestGoesOrComes() {
    assertThat(lines("a\nb\nc\nd", "a\nx\nc\ny\nd"))
        .containsExactly(
            new Line(Change.SAME, "a"),
            new Line(Change.GONE, "b"),
            new Line(Change.NEW, "x"),
            new Line(Change.SAME, "c"),
            new Line(Change.NEW, "y"),
            new Line(Change.SAME, "d"));
    assertThat(lines("a\na", "a"))
        .containsExactly(new Line(Change.SAME, "a"), new Line(Change.GONE, "a"));
    assertThat(lines("a", "a")).isEmpty();
  }

  /** 1,000 lines against 1,000 are compared, one more is not; equal ends do not count. */
  @Test
  void textsTooLongToCompareAreAllGoneAndAllNew() {
    var same = numbered("same", 4000);
    assertThat(
            lines("x\n" + same + "\ny", "z\n" + same + "\ny").stream()
                .filter(l -> l.change() != Change.SAME))
        .hasSize(2);
    var compared =
        lines(
            numbered("a", 500) + "\nboth\n" + numbered("b", 499),
            numbered("c", 500) + "\nboth\n" + numbered("d", 499));
    assertThat(compared).contains(new Line(Change.SAME, "both")).hasSize(1999);
    var beyond =
        lines(
            numbered("a", 500) + "\nboth\n" + numbered("b", 500),
            numbered("c", 500) + "\nboth\n" + numbered("d", 499));
    assertThat(beyond).doesNotContain(new Line(Change.SAME, "both")).hasSize(2001);
  }
}
