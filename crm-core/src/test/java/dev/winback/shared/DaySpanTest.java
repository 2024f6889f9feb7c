package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaySpanTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  @Test
  void whatIsNotSaidIsAYearUpToToday() {
    var none = DaySpan.of(null, " ");
    assertThat(none.last(TODAY)).isEqualTo(TODAY);
    assertThat(none.first(TODAY)).isEqualTo("2025-06-16");
    assertThat(DaySpan.of(null, "2026-02-28").first(TODAY)).isEqualTo("2025-03-01");
  }

  @Test
  void aListHasALengthOfItsOwnThatIsAskedForWhenItIsNeeded() {
    assertThat(DaySpan.of(null, null).first(TODAY, () -> 7)).isEqualTo("2026-06-09");
    assertThat(DaySpan.of("2026-06-15", null).first(TODAY, () -> 1 / 0)).isEqualTo(TODAY);
  }

  @Test
  void aFirstDayAfterTheLastIsRefusedAlsoWhenTheLastOneIsToday() {
    assertThatThrownBy(() -> DaySpan.of("2026-02-01", "2026-01-31")).isInstanceOf(Refused.class);
    var begun = DaySpan.of("2026-06-16", null);
    assertThatThrownBy(() -> begun.first(TODAY)).isInstanceOf(Refused.class);
    assertThat(DaySpan.of("2026-01-31", "2026-01-31").first(TODAY)).isEqualTo("2026-01-31");
  }
}
