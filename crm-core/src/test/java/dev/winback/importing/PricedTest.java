package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as people write them who do not write for programs. */
class PricedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          12,50 €       | 12,50     | EUR
          €12.50        | 12.50     | EUR
          12.50 EUR     | 12.50     | EUR
          eur 12.50     | 12.50     | EUR
          $1,200.50     | 1,200.50  | -
          US$ 12.50     | 12.50     | USD
          1 200,50 zł   | 1 200,50  | PLN
          Fr. 1'200.50  | 1'200.50  | CHF
          12,50 kr      | 12,50     | -
          12,50-        | -12,50    | -
          12,50- €      | -12,50    | EUR
          -€12.50       | -12.50    | EUR
          € -12.50      | -12.50    | EUR
          \u221212,50    | -12,50    | -
          (12.50)       | -12.50    | -
          ($12.50)      | -12.50    | -
          -12.50        | -12.50    | -
          12.50         | 12.50     | -
          """)
  void theNumberAndItsCurrencyAreFound(String text, String number, String currency) {
    assertThat(Priced.bare(text)).isEqualTo(number);
    assertThat(Priced.of(text).currency()).isEqualTo(currency);
  }

  /** Thousands, pieces, two minuses or two currencies are nobody's to guess. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "12k", "5 Mio", "2 Stk", "-12-", "(-12)", "(12", "12)", "€ 12 zł", "12 € 4", "12 %", "12.",
        "free", ""
      })
  void whatIsMoreThanAnAmountStaysAsItIs(String text) {
    assertThat(Priced.bare(text)).isEqualTo(text);
  }
}
