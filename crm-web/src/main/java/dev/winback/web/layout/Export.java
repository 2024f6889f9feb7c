package dev.winback.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The one place that writes files for spreadsheets, row by row and never all in memory: CSV, or a
 * workbook where the address ends with .xlsx (hold.md, T45). Each of them is noted in the audit.
 */
public final class Export implements AutoCloseable {

  private static final String XLSX = ".xlsx";

  private final Table table;
  private final ExportNote note;
  private int width;

  private Export(Table table, ExportNote note) {
    this.table = table;
    this.note = note;
  }

  /** Rows of cells in one make of file. */
  sealed interface Table permits CsvTable, XlsxTable {

    void row(@Nullable Object[] cells) throws IOException;

    void close() throws IOException;
  }

  /** Opens the download {@code <day>-<view>} in the make that the address asks for. */
  public static Export open(
      HttpServletRequest request, HttpServletResponse response, LocalDate day, String view) {
    return open(request, response, day, view, ',');
  }

  /** The same, for a reader who is used to another separator. */
  public static Export open(
      HttpServletRequest request,
      HttpServletResponse response,
      LocalDate day,
      String view,
      char separator) {
    boolean workbook = request.getRequestURI().endsWith(XLSX);
    response.setContentType(workbook ? XlsxTable.TYPE : CsvTable.TYPE);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + day + "-" + view + (workbook ? XLSX : ".csv") + "\"");
    var note = ExportTrail.begin(request, view);
    try {
      var out = note.over(response.getOutputStream());
      return new Export(workbook ? new XlsxTable(out, view) : new CsvTable(out, separator), note);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The titles of the columns, with semicolons between; the rows that follow have as many cells.
   */
  public Export head(String titles) {
    Object[] cells = titles.split(";");
    row(cells);
    width = cells.length;
    return this;
  }

  public Export row(@Nullable Object... cells) {
    // a title too few would shift every column; whoever reads a file wants his rows all the same
    assert width == 0 || cells.length == width : cells.length + " cells under " + width + " titles";
    note.row(cells);
    try {
      table.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  @Override
  public void close() {
    try {
      table.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
