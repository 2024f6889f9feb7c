package dev.winback.importing;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file under our own columns, whose notation was found; read row by row. */
record ImportFile(RowSource source, Notation notation, Header header) {

  static ImportFile of(Upload upload, @Nullable ImportType wanted) throws IOException {
    var source = RowSource.of(upload);
    var header = Header.of(source.names(), wanted);
    var known =
        Stream.concat(header.type().required().stream(), header.type().optional().stream())
            .filter(header.columns()::containsKey)
            .map(header.columns()::get)
            .toList();
    return new ImportFile(source, Notation.of(source.sample(), known), header);
  }

  Upload upload() {
    return source.upload();
  }

  void read(Consumer<Cells> rows) throws IOException {
    source.read(row -> rows.accept(new Cells(row.line(), header.columns(), row.cells())));
  }

  /** What was recognised, for people. */
  String format() {
    return "%s, %s, %s".formatted(header.type().word(), source.format(), notation.word());
  }
}
