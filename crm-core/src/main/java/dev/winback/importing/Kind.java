package dev.winback.importing;

import dev.winback.customer.Intake;
import dev.winback.shared.Staging;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Rows of one type in one run, between the file and their intake. */
final class Kind<T> {

  private final ImportType type;
  private final BiFunction<Cells, Values, T> reader;
  private final Intake<T> intake;
  private final BiConsumer<T, Map<String, BigDecimal>> counter;
  private final List<T> batch = new ArrayList<>();
  private final Map<String, BigDecimal> money = new TreeMap<>();

  Kind(ImportType type, BiFunction<Cells, Values, T> reader, Intake<T> intake) {
    this(type, reader, intake, (row, sums) -> {});
  }

  /** The counter adds a row's money to the sums by currency. */
  Kind(
      ImportType type,
      BiFunction<Cells, Values, T> reader,
      Intake<T> intake,
      BiConsumer<T, Map<String, BigDecimal>> counter) {
    this.type = type;
    this.reader = reader;
    this.intake = intake;
    this.counter = counter;
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
    return () -> {
      counter.accept(row, money);
      batch.add(row);
    };
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

  Map<String, BigDecimal> money() {
    return money;
  }
}
