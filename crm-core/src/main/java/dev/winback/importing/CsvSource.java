package dev.winback.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A CSV file whose encoding and separator were found. */
record CsvSource(
    Upload upload, Charset charset, Separator separated, List<String> names, List<RawRow> sample)
    implements RowSource {

  /** Characters of one row; beyond it a quote was never closed. */
  static final int LONGEST_ROW = 4 * 1024 * 1024;

  /** The widest real export has a few hundred; a spreadsheet may have 16,384. */
  static final int MOST_COLUMNS = 4_096;

  static CsvSource of(Upload upload, @Nullable String encoding) throws IOException {
    var found = Encoding.of(upload); // also whether it is text at all
    var charset = encoding == null || marked(upload) ? found : Charset.forName(encoding);
    Separator separator;
    try (var reader = reader(upload, charset)) {
      separator = Separator.of(reader);
    }
    var bare = new CsvSource(upload, charset, separator, List.of(), List.of());
    var rows = new ArrayList<RawRow>();
    bare.each(row -> rows.add(RowSource.beginning(row)) && rows.size() <= SAMPLE);
    if (rows.isEmpty()) {
      throw new FileRefused("empty");
    }
    var names = rows.get(0).cells();
    refuseTooMany(names);
    return new CsvSource(upload, charset, separator, names, rows.subList(1, rows.size()));
  }

  /** Its own mark is surer than what is said of it: rejected rows come back with one. */
  private static boolean marked(Upload upload) throws IOException {
    return upload.begins(0xef, 0xbb, 0xbf)
        || upload.begins(0xff, 0xfe)
        || upload.begins(0xfe, 0xff);
  }

  static void refuseTooMany(List<String> names) {
    if (names.size() > MOST_COLUMNS) {
      throw new FileRefused("too-many-columns", names.size(), MOST_COLUMNS);
    }
  }

  @Override
  public void read(Consumer<RawRow> rows) throws IOException {
    var header = new boolean[] {true};
    each(
        row -> {
          if (!header[0]) {
            rows.accept(row);
          }
          header[0] = false;
          return true;
        });
  }

  @Override
  public void read(Predicate<Lines> plain, Consumer<RawRow> others) throws IOException {
    if (!Encoding.keepsAscii(charset)) {
      read(others);
      return;
    }
    try (var in = upload.open()) {
      new MixedRows(in, this).read(plain, others);
    }
  }

  /** Rows from the header on, until one is not wanted any more. */
  private void each(Predicate<RawRow> wanted) throws IOException {
    long line = 1;
    boolean first = true;
    try (var csv = csv(reader(upload, charset))) {
      for (CsvRecord record : csv) {
        line = record.getStartingLineNumber();
        var row = new RawRow(line, record.getFields());
        boolean data = !row.blank() && !(first && separated.told());
        first = false;
        if (data && !wanted.test(row)) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw refused(e, line);
    } catch (UncheckedIOException e) {
      throw new FileRefused("broken-off", line);
    }
  }

  /** An open quote is told apart from a row without end only by the words of the reader. */
  static FileRefused refused(CsvParseException e, long line) {
    if (e.getCause() instanceof FileRefused refused) {
      return refused;
    }
    boolean open = String.valueOf(e.getMessage()).contains("Unclosed");
    return open ? new FileRefused("not-csv", line) : new FileRefused("row-too-long", line);
  }

  private static BufferedReader reader(Upload upload, Charset charset) throws IOException {
    // an InputStreamReader replaces what is no letter by U+FFFD, which the row is then told about
    var reader = new BufferedReader(new InputStreamReader(upload.open(), charset));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  CsvReader<CsvRecord> csv(Reader reader) {
    return CsvReader.builder()
        .fieldSeparator(separated.sign())
        .allowMissingFields(true)
        .allowExtraFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .maxBufferSize(LONGEST_ROW)
        .build(
            CsvRecordHandler.builder().maxFieldSize(LONGEST_ROW).maxRecordSize(LONGEST_ROW).build(),
            reader);
  }

  @Override
  public String encoding() {
    return charset.name();
  }

  @Override
  public String between() {
    return separated.word();
  }

  @Override
  public char separator() {
    return separated.sign();
  }
}
