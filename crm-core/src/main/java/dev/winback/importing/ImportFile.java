package dev.winback.importing;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A file whose format and notation were found. */
record ImportFile(RowSource source, Header header, Format format, Notation notation) {

  static ImportFile of(Upload upload, Function<Header, Format> formats) throws IOException {
    return of(upload, null, formats, header -> Optional.empty());
  }

  /** With how the file was written whose rejected rows this one brings back. */
  static ImportFile of(
      Upload upload,
      @Nullable String encoding,
      Function<Header, Format> formats,
      Function<Header, Optional<Notation>> firstFiles)
      throws IOException {
    var source = RowSource.of(upload, encoding);
    var header = Header.of(source.names());
    var format = formats.apply(header);
    header.requireOnce(format);
    var first = source instanceof ReturnedSource ? firstFiles.apply(header).orElse(null) : null;
    return new ImportFile(source, header, format, notation(source, format, first));
  }

  private static Notation notation(RowSource source, Format format, @Nullable Notation first)
      throws IOException {
    var found = Notation.of(source.sample(), format);
    return format.notation(AllRows.of(source, format, found, first));
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
        notation.decimal() == ',' ? Recognised.COMMA : "point",
        notation.monthFirst() ? Recognised.MONTH_FIRST : "day-first",
        source.encoding(),
        source.between());
  }
}
