package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T10: nobody is told a thousandth of what he bought in silence; the sign is that of all rows. */
@CoreTest
class DecimalSignTest {

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
    "12.500 850 1.200, 12500.00 850.00 1200.00",
    "12.500 1.234.567 1.200, 12500.00 1234567.00 1200.00",
    "'12.500 3,50 1.200', 12500.00 3.50 1200.00",
    "12.50 850 1.20, 12.50 850.00 1.20",
    "0.850 1200.500 12.500, 0.85 1200.50 12.50",
    "29.0000 850 12.5000, 29.00 850.00 12.50",
    "'1,200 850 12,500', 1200.00 850.00 12500.00",
    "'12,500 12.50', 12500.00 12.50",
    "'12,500 1,200,000', 12500.00 1200000.00"
  })
  void pointsWithThreeDigitsBehindThemAreThousandsWhereTheColumnTellsIt(String cells, String sums) {
    assertThat(loading.problems(loading.load(file(List.of(cells.split(" ")))))).isEmpty();
    assertThat(sums()).isEqualTo(sums);
  }

  @ParameterizedTest
  @CsvSource({
    "12.500 1.200, 2",
    "12.50 850 1.200, 1",
    "'3,50 850 1,200', 1",
    "'12,500 1,200', 2",
    "'12,500 850', 1",
    "'12,500 1,200 850 1500', 2"
  })
  void whatCanBeBothComesBack(String cells, int refused) {
    var run = loading.load(file(List.of(cells.split(" "))));
    assertThat(loading.problems(run))
        .hasSize(refused)
        .allMatch(problem -> problem.endsWith("amount thousands"));
  }

  @Test
  void aLateDecimalTellsItForAllRows() {
    var cells = IntStream.range(0, RowSource.SAMPLE).mapToObj(i -> "1.234").toList();
    var run = loading.load(file(cells) + "1,last,2026-05-01,\"1.234,50\"\n");
    assertThat(run.rejected()).isZero();
    assertThat(sum("0") + " " + sum("last")).isEqualTo("1234.00 1234.50");
  }

  @Test
  void aFileWithoutSumsIsNotAskedForItsSign() {
    var customers = new StringBuilder("customer,note\n");
    IntStream.range(0, RowSource.SAMPLE).forEach(i -> customers.append(i).append(",1\n"));
    loading.load(customers + "last,\"3,50\"\n");
    assertThat(jdbc.sql("select format from import_run").query(String.class).single())
        .startsWith("customers; point; ");
  }

  @Test
  void threeDecimalsOfADinarAreNoThousands() {
    loading.load(
        "customer,purchase,time,amount,currency\n1,0,2026-05-01,1,KWD\n1,1,2026-05-01,10.520,KWD\n");
    assertThat(sums()).isEqualTo("1.00 10.52");
  }

  @Test
  void aCommaBeforeThreeDigitsOfADinarIsAskedForToo() {
    var run =
        loading.load(
            "customer,purchase,time,amount,currency\n1,0,2026-05-01,\"12,500\",KWD\n1,1,2026-05-01,1,KWD\n");
    assertThat(loading.problems(run)).hasSize(1).allMatch(p -> p.endsWith("amount thousands"));
  }

  private static String file(List<String> cells) {
    var file = new StringBuilder("customer,purchase,time,amount\n");
    for (int i = 0; i < cells.size(); i++) {
      file.append("1,").append(i).append(",2026-05-01,\"").append(cells.get(i)).append("\"\n");
    }
    return file.toString();
  }

  private String sums() {
    return jdbc.sql("select string_agg(amount::text, ' ' order by external_id) from purchase")
        .query(String.class)
        .single();
  }

  private String sum(String purchase) {
    return jdbc.sql("select amount::text from purchase where external_id = :id")
        .param("id", purchase)
        .query(String.class)
        .single();
  }
}
