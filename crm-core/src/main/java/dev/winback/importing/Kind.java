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
  private List<T> batch = new ArrayList<>();

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

  /** The rows so far, to be staged by whoever runs this; the next ones are another batch. */
  Runnable taken(Staging staging) {
    var rows = batch;
    batch = new ArrayList<>();
    return () -> {
      if (!rows.isEmpty()) {
        intake.stage(staging, rows);
      }
    };
  }

  Intake<T> intake() {
    return intake;
  }
}
