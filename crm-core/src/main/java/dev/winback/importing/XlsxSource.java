package dev.winback.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The first visible sheet of a workbook that holds a table, else the first that has rows. Titles
 * above the header are passed over; rows count from the one after the line of the header.
 */
record XlsxSource(
    Upload upload, String sheet, long headerLine, List<String> names, List<RawRow> sample)
    implements RowSource {

  static final String ENCODING = "xlsx";

  /** A sheet of so few rows of one cell is a note, and so many rows may be a title. */
  private static final int TITLES = 10;

  private static final int COLUMNS = 3;

  static XlsxSource of(Upload upload) throws IOException {
    XlsxSource first = null;
    try (var workbook = Workbook.open(upload)) {
      for (var sheet : workbook.sheets()) {
        var rows = sample(workbook, sheet);
        var found = rows.isEmpty() ? null : of(upload, sheet.name(), rows);
        if (found != null && found.table()) {
          return found;
        }
        first = first == null ? found : first;
      }
    }
    if (first == null) {
      throw new FileRefused("empty");
    }
    return first;
  }

  private static XlsxSource of(Upload upload, String sheet, List<RawRow> rows) {
    int at = header(rows);
    var header = rows.get(at);
    CsvSource.refuseTooMany(header.cells());
    return new XlsxSource(
        upload, sheet, header.line(), header.cells(), rows.subList(at + 1, rows.size()));
  }

  /** The first row, or the first of several columns below a title. */
  private static int header(List<RawRow> rows) {
    for (int i = 1; i < Math.min(TITLES, rows.size()) && filled(rows.get(i - 1).cells()) < 2; i++) {
      if (filled(rows.get(i).cells()) >= COLUMNS) {
        return i;
      }
    }
    return 0;
  }

  private static long filled(List<String> cells) {
    return cells.stream().filter(cell -> !cell.isBlank()).count();
  }

  private boolean table() {
    return filled(names) > 1 || sample.size() >= TITLES;
  }

  private static List<RawRow> sample(Workbook workbook, Workbook.Sheet sheet) throws IOException {
    var rows = new ArrayList<RawRow>();
    each(
        workbook,
        sheet,
        bytes -> {},
        row -> rows.add(RowSource.beginning(row)) && rows.size() <= SAMPLE);
    return rows;
  }

  @Override
  public void read(Consumer<RawRow> rows) throws IOException {
    try (var workbook = Workbook.open(upload)) {
      for (var found : workbook.sheets()) {
        if (found.name().equals(sheet)) {
          read(workbook, found, rows);
          return;
        }
      }
    }
  }

  private void read(Workbook workbook, Workbook.Sheet found, Consumer<RawRow> rows)
      throws IOException {
    double share = (double) upload.size() / Math.max(1, workbook.size(found));
    each(
        workbook,
        found,
        bytes -> upload.bytesRead().set((long) (bytes * share)),
        row -> {
          if (row.line() > headerLine) {
            rows.accept(row);
          }
          return true;
        });
  }

  private static void each(
      Workbook workbook,
      Workbook.Sheet sheet,
      java.util.function.LongConsumer told,
      Predicate<RawRow> wanted)
      throws IOException {
    try {
      workbook.each(sheet.part(), told, new XlsxRows(workbook, wanted));
    } catch (Xml.Stopped enough) {
      // the sample is full
    }
  }

  @Override
  public String encoding() {
    return ENCODING;
  }

  @Override
  public String between() {
    return sheet;
  }

  @Override
  public char separator() {
    return ',';
  }
}
