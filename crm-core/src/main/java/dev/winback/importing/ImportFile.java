package dev.winback.importing;

import java.io.IOException;
import java.util.function.Function;

/** A file whose format and notation were found. */
record ImportFile(RowSource source, Header header, Format format, Notation notation) {

  static ImportFile of(Upload upload, Function<Header, Format> formats) throws IOException {
    var source = RowSource.of(upload);
    var header = Header.of(source.names());
    return of(source, header, formats.apply(header));
  }

  private static ImportFile of(RowSource source, Header header, Format format) throws IOException {
    var telling = format.telling();
    var found = AllRows.of(source, telling, Notation.of(source.sample(), telling));
    return new ImportFile(source, header, format, format.notation(found));
  }

  Upload upload() {
    return source.upload();
  }

  /** By its size and its first rows; a packed one has many times as many. */
  long expectedRows() throws IOException {
    return upload().size() / Math.max(1, rowLength());
  }

  private long rowLength() {
    var sample = source.sample();
    long signs = sample.stream().mapToLong(row -> row.length() + row.cells().size()).sum();
    return sample.isEmpty() ? 1 : signs / sample.size();
  }

  Recognised recognised() {
    return new Recognised(
        format.name(),
        notation.decimal() == ',' ? "comma" : "point",
        notation.monthFirst() ? "month-first" : "day-first",
        source.encoding(),
        source.between());
  }
}
