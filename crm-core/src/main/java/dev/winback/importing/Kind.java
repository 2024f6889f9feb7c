package dev.winback.importing;

import dev.winback.customer.Intake;
import dev.winback.shared.Staging;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Rows of one type in one run, between the file and their intake. */
final class Kind<T> {

  private final ImportType type;
  private final BiFunction<Cells, Values, T> reader;
  private final Intake<T> intake;
  private final List<T> batch = new ArrayList<>();

  Kind(ImportType type, BiFunction<Cells, Values, T> reader, Intake<T> intake) {
    this.type = type;
    this.reader = reader;
    this.intake = intake;
  }

  ImportType type() {
    return type;
  }

  T read(Cells cells, Values values) {
    return reader.apply(cells, values);
  }

  /** Reads the row; it is only taken when what comes along with it can be read as well. */
  Runnable ready(Cells cells, Values values) {
    var row = read(cells, values);
    return () -> batch.add(row);
  }

  void flush(Staging staging) {
    if (!batch.isEmpty()) {
      intake.stage(staging, batch);
      batch.clear();
    }
  }

  Intake<T> intake() {
    return intake;
  }
}
