package dev.winback.importing;

import dev.winback.customer.FactIntake;
import dev.winback.shared.BinaryRows;
import org.jspecify.annotations.Nullable;

/** Writes lines that are read as bytes the way they are staged. */
@FunctionalInterface
interface PlainReader {

  /** False, and nothing is written, for a line that is to be read as texts. */
  boolean write(Lines line, BinaryRows rows);

  /** Makes the reader of a file. */
  @FunctionalInterface
  interface Maker {

    /** Null for a file none of whose lines can be read so. */
    @Nullable PlainReader of(Header header, Values values, FactIntake<?> intake, Totals totals);
  }
}
