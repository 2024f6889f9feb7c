package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Staging;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The way of facts, which may also come as rows that are written already: a line of a large file
 * needs no object in between.
 */
public interface FactIntake<T extends Fact> extends Intake<T> {

  /** As they are staged. */
  BinaryRows written(List<T> facts);

  /** Writes one row as {@link #written} does, of a writer for each column by its name. */
  Consumer<BinaryRows> row(Map<String, Consumer<BinaryRows>> columns);

  /** Rows that are written, in pieces. */
  void stageWritten(Staging staging, List<BinaryRows> pieces);
}
