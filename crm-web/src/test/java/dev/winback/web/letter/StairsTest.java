package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.Mode;
import dev.winback.letter.Rung;
import dev.winback.letter.RungPicture;
import dev.winback.letter.RungTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the ladder draws can be compared from one rung to the next. */
class StairsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  @Test
  void aBarIsAsHighAsItsNumberOnEachRung() {
    var steps = Stairs.of(List.of(rung(1, 20), rung(2, 5)), TODAY).steps();
    assertThat(steps).extracting(step -> step.peak().height()).containsExactly(40, 10);
    assertThat(steps).extracting(step -> step.peak().lapses()).containsExactly(20L, 5L);
    assertThat(steps).extracting(Stairs.Step::peakMiddle).containsExactly(18, 18);
  }

  private static RungPicture rung(int number, long onTheBusiestDay) {
    var rung = new Rung(number, 90, 10, Mode.LIVE, true, null, 0, 30, RungTerms.PLAIN, false, 1, 1);
    var soon = new TreeMap<>(Map.of(TODAY.plusDays(1), onTheBusiestDay));
    return new RungPicture(rung, List.of(), soon, BigDecimal.ZERO, List.of());
  }
}
