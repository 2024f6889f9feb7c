package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as real exports write them. */
class MomentsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-05-01                     | 2026-04-30T22:00:00Z
          2026-05-01 10:00:00 +0200      | 2026-05-01T08:00:00Z
          2026-05-01T10:00:00.123456Z    | 2026-05-01T10:00:00Z
          2026-05-01 10:00:00 UTC        | 2026-05-01T10:00:00Z
          2026-05-01 10:00:00+02         | 2026-05-01T08:00:00Z
          01.05.2026 10:00               | 2026-05-01T08:00:00Z
          1/5/2026 3:21:09 PM            | 2026-05-01T13:21:09Z
          May 1, 2026, 15:21:09          | 2026-05-01T13:21:09Z
          May 01, 2026, 3:21:09 PM       | 2026-05-01T13:21:09Z
          May 1, 2026, 12:21:09\u202fAM  | 2026-04-30T22:21:09Z
          1. Mai 2026, 15:21:09          | 2026-05-01T13:21:09Z
          5. März 2026 15:21             | 2026-03-05T14:21:00Z
          5 mars 2026 à 15:21:09         | 2026-03-05T14:21:09Z
          5 févr. 2026, 15:21:09         | 2026-02-05T14:21:09Z
          5 de febrero de 2026, 15:21    | 2026-02-05T14:21:00Z
          5 abr 2026, 15:21:09           | 2026-04-05T13:21:09Z
          5 mag 2026, 15:21:09           | 2026-05-05T13:21:09Z
          5 mrt. 2026 15:21:09           | 2026-03-05T14:21:09Z
          Sept 5, 2025                   | 2025-09-04T22:00:00Z
          2026/05/01 10:00               | 2026-05-01T08:00:00Z
          2026/5/1                       | 2026-04-30T22:00:00Z
          2026.05.01.                    | 2026-04-30T22:00:00Z
          2026. 05. 01. 10:00            | 2026-05-01T08:00:00Z
          20260501                       | 2026-04-30T22:00:00Z
          20260501 10:00:00              | 2026-05-01T08:00:00Z
          """)
  void everyShopsWayIsRead(String text, String moment) {
    assertThat(Moments.parse(text, false, BERLIN)).hasToString(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "31.04.2026",
        "2026-13-01",
        "0000-01-01x",
        "Smarch 1, 2026",
        "5 Foo 2026",
        "2026-05-01 25:00",
        "2026-05-01 13:00 PM",
        "May 32, 2026",
        "2026-05-01 10:00 +99:00",
        "1-2.2026",
        "2026/13/01",
        "2026/05-01",
        "20261301",
        "18991231",
        "12345678"
      })
  void whatIsNoMomentIsNone(String text) {
    assertThat(Moments.parse(text, false, BERLIN)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1/5/26,short-year",
    "01.05.26 10:00,short-year",
    "46143,day-number",
    "46143.5,day-number",
    "soon,date"
  })
  void theReasonIsNamed(String text, String reason) {
    assertThat(Moments.parse(text, false, BERLIN)).isNull();
    assertThat(Moments.reason(text)).isEqualTo(reason);
  }

  @Test
  void theOrderOfAFileIsThatOfMostProofs() {
    assertThat(notation("1/2/2026", "2/28/2026").monthFirst()).isTrue();
    assertThat(notation("2-28-2026", "3-1-2026").monthFirst()).isTrue();
    assertThat(notation("28/2/2026", "2/28/2026", "27/1/2026").monthFirst()).isFalse();
    assertThat(notation("1/2/2026").monthFirst()).isFalse();
  }

  @Test
  void theDecimalSignIsThatOfTheColumnsOfNumbers() {
    assertThat(notation("1.234,50", "12,5", "80").decimal()).isEqualTo(',');
    assertThat(notation("1,234.50", "12.5").decimal()).isEqualTo('.');
    assertThat(notation("tea, 2,5", "cups, 1,5", "12,5").decimal()).isEqualTo('.');
  }

  private static Notation notation(String... cells) {
    return Notation.of(
        java.util.Arrays.stream(cells).map(cell -> new RawRow(1, List.of(cell))).toList());
  }
}
