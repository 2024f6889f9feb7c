package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Days and months that people type: what the database cannot hold is refused before it gets there.
 */
class DayTextTest {

  @Test
  void aDayAndAMonthAreReadWithoutTheirMargins() {
    assertThat(DayText.day("from", " 2026-06-05 ")).isEqualTo(LocalDate.of(2026, 6, 5));
    assertThat(DayText.month("to", " 2026-06 ")).isEqualTo(YearMonth.of(2026, 6));
  }

  @Test
  void nothingIsNothing() {
    assertThat(DayText.day("from", null)).isNull();
    assertThat(DayText.day("from", " ")).isNull();
    assertThat(DayText.month("to", "")).isNull();
    assertThatThrownBy(() -> DayText.required("from", null))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo("from"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1899-12-31",
        "2200-01-01",
        "+999999999-01-01",
        "-999999999-01-01",
        "0001-01-01",
        "2026-02-30",
        "soon"
      })
  void whatIsNoDayOfTheseCenturiesIsRefused(String text) {
    assertThatThrownBy(() -> DayText.day("from", text)).isInstanceOf(Refused.class);
  }

  @Test
  void theCenturiesEndWithTheirLastDays() {
    assertThat(DayText.day("from", "1900-01-01")).isEqualTo("1900-01-01");
    assertThat(DayText.day("from", "2199-12-31")).isEqualTo("2199-12-31");
    assertThat(DayText.month("to", "2199-12")).isEqualTo(YearMonth.of(2199, 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1899-12", "2200-01", "+999999999-12", "2026-13", "May"})
  void whatIsNoMonthOfThemIsRefused(String text) {
    assertThatThrownBy(() -> DayText.month("to", text)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
  void whatIsNoMomentOfThemIsRefused(String text) {
    assertThatThrownBy(() -> DayText.moment("at", Instant.parse(text))).isInstanceOf(Refused.class);
    var last = Instant.parse("2199-12-31T23:59:59Z");
    assertThat(DayText.moment("at", last)).isEqualTo(last);
  }
}
