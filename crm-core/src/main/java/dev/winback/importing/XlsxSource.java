package dev.winback.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The first visible sheet of a workbook that has rows. */
record XlsxSource(Upload upload, String sheet, List<String> names, List<RawRow> sample)
    implements RowSource {

  static final String ENCODING = "xlsx";

  static XlsxSource of(Upload upload) throws IOException {
    try (var workbook = Workbook.open(upload)) {
      for (var sheet : workbook.sheets()) {
        var rows = sample(workbook, sheet);
        if (!rows.isEmpty()) {
          var names = rows.get(0).cells();
          CsvSource.refuseTooMany(names);
          return new XlsxSource(upload, sheet.name(), names, rows.subList(1, rows.size()));
        }
      }
    }
    throw new FileRefused("empty");
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
    var header = new boolean[] {true};
    each(
        workbook,
        found,
        bytes -> upload.bytesRead().set((long) (bytes * share)),
        row -> {
          if (!header[0]) {
            rows.accept(row);
          }
          header[0] = false;
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
