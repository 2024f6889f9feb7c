package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The decimal sign of a grid of Magento is that of its sums, also with the currency beside it. */
@CoreTest
class MagentoSumsTest {

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({"'1.234,50 €',1234.50", "'€1,234.50',1234.50", "'12,5 EUR',12.50"})
  void theSignOfTheCurrencyHidesNoDecimalSign(String sum, String stored) {
    var run =
        loading.load(
            """
            ID,Purchase Date,Bill-to Name,Grand Total (Base),Status,Customer Email
            000000101,"May 01, 2026, 10:00:00",Anna Bee,"%s",Complete,anna@example.org
            """
                .formatted(sum));
    assertThat(loading.problems(run)).isEmpty();
    assertThat(jdbc.sql("select amount::text from purchase").query(String.class).single())
        .isEqualTo(stored);
  }
}
