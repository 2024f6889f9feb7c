package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** No cell of a file is run by a spreadsheet (hold.md, T45), and numbers stay numbers. */
class ExportTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final BigDecimal TEN = new BigDecimal("10.50");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-2+cmd",
        " =1",
        "\r\n=1",
        "\uFEFF=1",
        "\u00a0=1",
        "\uFF1D1",
        "\"=1",
        "%0A=1",
        "|calc"
      })
  void whatCouldBeRunIsQuoted(String cell) {
    assertThat(CsvTable.cell(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          Bee;=cmd|' /C calc'!A0 ~ Bee;'=cmd|' /C calc'!A0
          x; "@SUM(A1) ~ x;' "@SUM(A1)
          a;b;-2+cmd ~ a;b;'-2+cmd
          a,=1+1 ~ a,'=1+1
          1;-2 ~ 1;-2
          12,- ~ 12,-
          Weber, @home ~ Weber, @home
          milk; - sugar ~ milk; - sugar
          Bonn, +49 30 1 ~ Bonn, +49 30 1
          x;'=1 ~ x;'=1
          """)
  void norIsItRunByWhoReadsTheFileByAnotherSeparator(String cell, String written) {
    assertThat(CsvTable.cell(cell)).isEqualTo(written);
    assertThat(CsvTable.cell("\t=1")).isEqualTo("'\t'=1");
    assertThat(CsvTable.cell(cell.replace(';', '\t'))).isEqualTo(written.replace(';', '\t'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+49 30 123-45", "-12.50", "+1", "Anna", "'t Hart", "'=1", "a=b", "1-2", ""})
  void numbersAndWordsStayAsTheyAre(String cell) {
    assertThat(CsvTable.cell(cell)).isEqualTo(cell);
  }

  @Test
  void nothingIsAnEmptyCellAndAFigureIsNoText() {
    assertThat(CsvTable.cell(null)).isEmpty();
    assertThat(CsvTable.cell(new BigDecimal("-1.20"))).isEqualTo("-1.20");
  }

  @Test
  void aWorkbookHasTypesAndNoSharedTexts() throws IOException {
    var rows =
        workbook(file -> file.row("name", "sum", "day").row("=1+1", TEN, DAY).row("a\u0001", null));
    assertThat(rows)
        .contains("<is><t>=1+1</t></is>", "<v>10.50</v>", "<v>46143", "<is><t>a</t></is>")
        .doesNotContain("<f>");
  }

  @Test
  void aSheetThatIsFullIsContinuedOnTheNext() throws IOException {
    var out = new ByteArrayOutputStream();
    var table = new XlsxTable(out, "a name that is longer than a sheet may be called", 600);
    for (int i = 0; i < 601; i++) {
      table.row(new Object[] {1});
    }
    table.close();
    assertThat(part(out.toByteArray(), "xl/worksheets/sheet2.xml")).contains("<row r=\"2\"");
  }

  @Test
  void theAddressChoosesTheMake() {
    var response = new MockHttpServletResponse();
    Export.open(request("/lost.csv"), response, DAY, "lost", ';').row("a", "b;c").close();
    assertThat(response.getContentAsByteArray())
        .isEqualTo("\uFEFFa;\"b;c\"\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(response.getHeader("Content-Disposition")).contains("2026-05-01-lost.csv");
  }

  private static MockHttpServletRequest request(String path) {
    var request = new MockHttpServletRequest("GET", path);
    request.setAttribute(ExportTrail.class.getName(), new Unnoted());
    return request;
  }

  /** What the files say is tested here; that they are noted, in ExportAuditTest. */
  private static final class Unnoted extends ExportTrail {

    @SuppressWarnings("NullAway")
    Unnoted() {
      super(null);
    }

    @Override
    long begun(@Nullable Actor actor, String list, String filter, List<String> columns) {
      return 1;
    }
  }

  private static String workbook(Consumer<Export> rows) throws IOException {
    var response = new MockHttpServletResponse();
    try (var file = Export.open(request("/a.xlsx"), response, DAY, "a")) {
      rows.accept(file);
    }
    return part(response.getContentAsByteArray(), "xl/worksheets/sheet1.xml");
  }

  private static String part(byte[] file, String name) throws IOException {
    var path = Files.write(Files.createTempFile("export", ".xlsx"), file);
    try (var zip = new ZipFile(path.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(path);
    }
  }
}
