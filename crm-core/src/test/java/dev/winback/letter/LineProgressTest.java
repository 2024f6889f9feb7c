package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How far the line of a receiver has been taken. */
class LineProgressTest {

  private final LineProgress progress = new LineProgress();

  @Test
  void aLineBeginsAtItsFront() {
    assertThat(progress.after("other")).isNull();
    assertThat(progress.held()).isEmpty();
  }

  @Test
  void theNextClaimGoesOnBehindTheLastLetter() {
    progress.fromFront("other", letters(5));
    progress.further("other", List.of(108L, 109L));

    assertThat(progress.after("other")).isEqualTo(109);
    assertThat(progress.after("gmail")).isNull();
    assertThat(progress.held()).containsExactly("other");
  }

  @Test
  void whatWasPutBackTakesThePlaceNotBack() {
    progress.fromFront("other", letters(500));
    progress.fromFront("other", letters(3));

    assertThat(progress.after("other")).isEqualTo(500 + LineProgress.LONG - 1);
  }

  @Test
  void aShortLineHasNoPlace() {
    progress.fromFront("other", letters(5));
    progress.fromFront("other", letters(40).subList(1, LineProgress.LONG));
    progress.further("other", List.of(9L));

    assertThat(progress.after("other")).isNull();
    assertThat(progress.held()).isEmpty();
  }

  /** As many as make a line long, from this one on. */
  private static List<Long> letters(long first) {
    return LongStream.range(first, first + LineProgress.LONG).boxed().toList();
  }
}
