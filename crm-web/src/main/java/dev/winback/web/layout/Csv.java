package dev.winback.web.layout;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The one place that writes a CSV file: UTF-8 with its mark, streamed row by row, and no cell that
 * a spreadsheet would run as a formula (hold.md, T45).
 */
public final class Csv implements AutoCloseable {

  /** Signs that begin a formula, also in full width, and those that a spreadsheet skips before. */
  private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20|%";

  private final CsvWriter writer;

  private Csv(CsvWriter writer) {
    this.writer = writer;
  }

  /** Opens the download {@code <day>-<view>.csv}. */
  public static Csv open(HttpServletResponse response, LocalDate day, String view) {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + day + "-" + view + ".csv\"");
    try {
      Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
      out.write('\uFEFF');
      return new Csv(CsvWriter.builder().build(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Csv row(@Nullable Object... cells) {
    writer.writeRecord(Arrays.stream(cells).map(Csv::cell).toArray(String[]::new));
    return this;
  }

  static String cell(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    return !(value instanceof Number) && dangerous(text) ? "'" + text : text;
  }

  /** A number, also one to dial, keeps its sign; everything else that could be run is quoted. */
  private static boolean dangerous(String text) {
    int at = 0;
    while (at < text.length() && skipped(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return false;
    }
    boolean number = text.matches("[+-][0-9 ().,/-]{1,24}");
    boolean formula = STARTS.indexOf(text.charAt(at)) >= 0 && !number;
    return formula || (at > 0 && text.charAt(0) < ' ');
  }

  private static boolean skipped(char sign) {
    return Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign)
        || sign == '\uFEFF'
        || sign == '\u200B'
        || sign == '"'
        || sign == '\'';
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
