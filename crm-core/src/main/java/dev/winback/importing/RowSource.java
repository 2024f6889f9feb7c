package dev.winback.importing;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of cells, whatever kind of file holds them; read as often as needed. */
interface RowSource {

  /** Rows that are looked at to find out how a file writes. */
  int SAMPLE = 1_000;

  Upload upload();

  /** The header as it is written. */
  List<String> names();

  /** The first rows after the header, their long cells cut off. */
  List<RawRow> sample();

  /** Gives every row of data; stops with {@link FileRefused} where the file breaks. */
  void read(Consumer<RawRow> rows) throws IOException;

  /**
   * Gives rows that are written as nearly all are as bytes where that is possible; those that are
   * not taken so, and all others, as rows.
   */
  default void read(Predicate<Lines> plain, Consumer<RawRow> others) throws IOException {
    read(others);
  }

  /** In which characters it is written; for a workbook what it is. */
  String encoding();

  /** What stands between cells, in a word; for a workbook the sheet. */
  String between();

  /** The separator in which rejected rows go back. */
  char separator();

  static RowSource of(Upload upload) throws IOException {
    return of(upload, null);
  }

  /** With the encoding that somebody said; a workbook has none. */
  static RowSource of(Upload upload, @Nullable String encoding) throws IOException {
    return ReturnedSource.of(
        switch (FileKind.of(upload)) {
          case CSV -> CsvSource.of(upload, encoding);
          case XLSX -> XlsxSource.of(upload);
        });
  }

  /** As much of a row as tells how it is written: long cells tell nothing and fill the memory. */
  static RawRow beginning(RawRow row) {
    return new RawRow(row.line(), row.cells().stream().map(RowSource::beginning).toList());
  }

  private static String beginning(String cell) {
    return cell.length() <= 200 ? cell : cell.substring(0, 200);
  }
}
