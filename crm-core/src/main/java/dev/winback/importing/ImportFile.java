package dev.winback.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A CSV file whose encoding, separator, notation and columns were found; read row by row. */
record ImportFile(Upload upload, Charset charset, Notation notation, Header header) {

  /** Characters of one row; beyond it a quote was never closed. */
  private static final int LONGEST_ROW = 4 * 1024 * 1024;

  private static final int SAMPLE = 1_000;

  static ImportFile of(Upload upload, @Nullable ImportType wanted) throws IOException {
    var charset = Encoding.of(upload);
    char separator;
    try (var reader = new BufferedReader(reader(upload, charset))) {
      separator = Separator.of(reader);
    }
    var sample = sample(upload, charset, separator);
    if (sample.isEmpty()) {
      throw new FileRefused("empty");
    }
    var header = Header.of(sample.get(0), wanted);
    var notation =
        new Notation(
            separator,
            Numbers.decimal(column(sample, header, "amount")),
            Moments.monthFirst(column(sample, header, "time")));
    return new ImportFile(upload, charset, notation, header);
  }

  private static List<String> column(List<List<String>> sample, Header header, String name) {
    var index = header.columns().get(name);
    return index == null
        ? List.of()
        : sample.stream()
            .skip(1)
            .filter(row -> row.size() > index)
            .map(row -> row.get(index))
            .toList();
  }

  private static List<List<String>> sample(Upload upload, Charset charset, char separator)
      throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var csv = csv(reader(upload, charset), separator)) {
      for (var record : csv) {
        // long cells tell nothing and would fill the memory
        rows.add(record.getFields().stream().map(ImportFile::beginning).toList());
        if (rows.size() > SAMPLE) {
          break;
        }
      }
    } catch (CsvParseException e) {
      if (rows.isEmpty()) {
        throw new FileRefused("not-csv", 1);
      }
    }
    return rows;
  }

  private static String beginning(String cell) {
    return cell.length() <= 200 ? cell : cell.substring(0, 200);
  }

  /** Gives every row after the header; stops with {@link FileRefused} where the file breaks. */
  void read(Consumer<Cells> rows) throws IOException {
    long line = 1;
    try (var csv = csv(reader(upload, charset), notation.separator())) {
      boolean first = true;
      for (CsvRecord record : csv) {
        line = record.getStartingLineNumber();
        if (!first) {
          rows.accept(new Cells(line, header.columns(), record.getFields()));
        }
        first = false;
      }
    } catch (CsvParseException e) {
      throw new FileRefused("not-csv", line);
    } catch (UncheckedIOException e) {
      throw new FileRefused("broken-off", line);
    }
  }

  private static Reader reader(Upload upload, Charset charset) throws IOException {
    // an InputStreamReader replaces what is no letter by U+FFFD, which the row is then told about
    return new InputStreamReader(upload.open(), charset);
  }

  private static CsvReader<CsvRecord> csv(Reader reader, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowMissingFields(true)
        .allowExtraFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(false)
        .maxBufferSize(LONGEST_ROW)
        .ofCsvRecord(reader);
  }

  /** What was recognised, for people. */
  String format() {
    var decimal = notation.decimal() == ',' ? "decimal comma" : "decimal point";
    return "%s, %s, %s, %s%s"
        .formatted(
            header.type().word(),
            charset.name(),
            separatorName(),
            decimal,
            notation.monthFirst() ? ", month/day/year" : "");
  }

  private String separatorName() {
    return switch (notation.separator()) {
      case ',' -> "comma";
      case ';' -> "semicolon";
      case '\t' -> "tab";
      default -> "bar";
    };
  }
}
