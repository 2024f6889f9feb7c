package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LET-05: day and time of the last purchase, as far as they are known. */
class AddresseeTest {

  private static final LetterContent.Firm FIRM = new LetterContent.Firm("F", "A", "", "", "");
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  @ParameterizedTest
  @CsvSource({
    "2026-03-04T13:05:00Z, 14:05, 4 March 2026",
    "2026-03-04T00:00:00Z, 01:00, 4 March 2026",
    // midnight in Berlin: a day without a time
    "2026-03-03T23:00:00Z, '', 4 March 2026"
  })
  void aTimeThatNobodyKnowsIsNotTold(Instant bought, String time, String day) {
    var addressee =
        new Addressee(
            "A",
            "B",
            null,
            null,
            bought,
            null,
            DAY,
            null,
            0,
            null,
            null,
            null,
            DAY,
            ZoneId.of("Europe/Berlin"),
            Locale.ENGLISH);
    assertThat(addressee.values(FIRM))
        .containsEntry("last_purchase_time", time)
        .containsEntry("last_purchase_day", day);
  }

  @org.junit.jupiter.api.Test
  void soALetterNeedsWordsForIt() {
    assertThat(Variable.LAST_PURCHASE_TIME.mayBeMissing()).isTrue();
  }
}
