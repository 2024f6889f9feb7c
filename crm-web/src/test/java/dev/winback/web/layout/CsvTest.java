package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of a file is run by a spreadsheet (hold.md, T45), and numbers stay numbers. */
class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+cmd",
        " =1",
        "\t=1",
        "\r\n=1",
        "\uFEFF=1",
        "\u00a0=1",
        "\uFF1D1",
        "\"=1",
        "%0A=1",
        "|calc"
      })
  void whatCouldBeRunIsQuoted(String cell) {
    assertThat(Csv.cell(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+49 30 123-45", "-12.50", "+1", "Anna", "a=b", "1-2", ""})
  void numbersAndWordsStayAsTheyAre(String cell) {
    assertThat(Csv.cell(cell)).isEqualTo(cell);
  }

  @Test
  void nothingIsAnEmptyCellAndAFigureIsNoText() {
    assertThat(Csv.cell(null)).isEmpty();
    assertThat(Csv.cell(new BigDecimal("-1.20"))).isEqualTo("-1.20");
  }
}
