package dev.winback.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file: plain lines as bytes, all others as the reader of CSV understands them.
 */
final class MixedRows {

  private final Lines lines;
  private final OddLines odd;
  private final Iterator<CsvRecord> records;
  private boolean header = true;
  private boolean first;
  private long line = 1;

  MixedRows(InputStream in, CsvSource file) {
    lines = new Lines(in, file.separator());
    odd = new OddLines(lines, file.charset());
    records = file.csv(odd).iterator();
    first = file.separated().told();
  }

  void read(Predicate<Lines> plain, Consumer<RawRow> others) {
    try {
      while (lines.next()) {
        if (!header && lines.plain() && plain.test(lines)) {
          line = lines.number();
        } else if (lines.cells() > 1 || !lines.empty(0)) {
          odd(others);
        }
      }
    } catch (CsvParseException e) {
      throw CsvSource.refused(e, line);
    } catch (IOException | UncheckedIOException e) {
      throw new FileRefused("broken-off", line);
    }
  }

  /** Blank rows are none, and neither is the first one when it tells the separator. */
  private void odd(Consumer<RawRow> others) {
    var row = row();
    boolean data = row != null && !row.blank() && !first;
    first &= row == null;
    if (data && !header) {
      others.accept(row);
    }
    header &= !data;
  }

  /** Null when nothing but empty lines is left. */
  private @Nullable RawRow row() {
    odd.give(lines.number());
    if (!records.hasNext()) {
      return null;
    }
    var record = records.next();
    line = odd.number(record.getStartingLineNumber());
    return new RawRow(line, record.getFields());
  }
}
