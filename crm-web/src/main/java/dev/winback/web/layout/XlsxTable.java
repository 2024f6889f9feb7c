package dev.winback.web.layout;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook whose cells have types: numbers, days, and texts, which no spreadsheet runs. Texts
 * stand in their cells and not in a shared table, which would grow with the file.
 */
final class XlsxTable implements Export.Table {

  static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int FLUSHED = 500;
  private static final int LONGEST = 32_767;

  private final Workbook workbook;
  private final String name;
  private Worksheet sheet;
  private final int most;
  private int sheets = 1;
  private int row;
  private @Nullable Object @Nullable [] header;

  XlsxTable(OutputStream out, String view) {
    this(out, view, Worksheet.MAX_ROWS);
  }

  XlsxTable(OutputStream out, String view, int rowsOfASheet) {
    most = rowsOfASheet;
    workbook = new Workbook(out, "Winback", null);
    name = view.length() > 25 ? view.substring(0, 25) : view;
    sheet = workbook.newWorksheet(name);
    sheet.freezePane(0, 1);
  }

  @Override
  public void row(@Nullable Object[] cells) throws IOException {
    header = header == null ? cells : header;
    if (row == most) {
      nextSheet(header);
    }
    write(cells);
  }

  /** A sheet is full after a million rows: the next one begins with the header again. */
  private void nextSheet(@Nullable Object[] titles) throws IOException {
    sheet.finish();
    sheet = workbook.newWorksheet(name + " " + ++sheets);
    row = 0;
    write(titles);
  }

  private void write(@Nullable Object[] cells) throws IOException {
    for (int column = 0; column < cells.length; column++) {
      write(column, cells[column]);
    }
    if (++row % FLUSHED == 0) {
      sheet.flush();
    }
  }

  private void write(int column, @Nullable Object cell) {
    if (cell instanceof Number number) {
      sheet.value(row, column, number);
    } else if (cell instanceof LocalDate day) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (cell != null && !cell.toString().isEmpty()) {
      sheet.inlineString(row, column, shortened(cell.toString()));
    }
  }

  /** What is longer than a cell can be ends with a sign that it is. */
  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
