package dev.winback.importing;

import dev.winback.customer.FactIntake;
import dev.winback.customer.Intake;
import dev.winback.customer.LargeBatch;
import dev.winback.shared.BinaryRows;
import dev.winback.shared.Settled;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of one type in one run, between the file and their intake. */
final class Kind<T> implements AutoCloseable {

  /** Bytes of rows in one piece: more of them are an object that the collector cannot move. */
  private static final int PIECE = 256 * 1024;

  private final ImportType type;
  private final BiFunction<Cells, Values, T> reader;
  private final Intake<T> intake;
  private final Totals totals;
  private @Nullable FactIntake<?> facts;
  private PlainReader.@Nullable Maker plain;
  private @Nullable LargeBatch<T> large;
  private List<T> batch = new ArrayList<>();
  private List<BinaryRows> written = new ArrayList<>();
  private long rows;

  Kind(ImportType type, BiFunction<Cells, Values, T> reader, Intake<T> intake, Totals totals) {
    this.type = type;
    this.reader = reader;
    this.intake = intake;
    this.totals = totals;
  }

  /** Rows may also be read from bytes. */
  Kind<T> plain(FactIntake<?> facts, PlainReader.Maker plain) {
    this.facts = facts;
    this.plain = plain;
    return this;
  }

  /** Makes room for so many rows, as far as anybody can say. */
  void open(Staging staging, long expected) {
    intake.open(staging);
    large = intake.large(staging, expected);
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
    return () -> add(row);
  }

  /** Takes lines that can be read as bytes; null for a kind that never is. */
  @Nullable Predicate<Lines> plain(Header header, Values values) {
    var lines = plain == null || facts == null ? null : plain.of(header, values, facts, totals);
    return lines == null ? null : line -> write(lines, line);
  }

  private boolean write(PlainReader lines, Lines line) {
    var piece = written.isEmpty() ? null : written.get(written.size() - 1);
    if (piece == null || piece.size() > PIECE) {
      piece = new BinaryRows(PIECE);
      written.add(piece);
    }
    boolean plain = lines.write(line, piece);
    rows += plain ? 1 : 0;
    return plain;
  }

  private boolean add(T row) {
    totals.add(row);
    return batch.add(row);
  }

  /** The rows so far, to be staged by whoever runs this; the next ones are another batch. */
  Runnable taken(Staging staging) {
    var taken = batch;
    var pieces = written;
    batch = new ArrayList<>();
    written = new ArrayList<>();
    rows += taken.size();
    return () -> stage(staging, pieces, taken);
  }

  private void stage(Staging staging, List<BinaryRows> pieces, List<T> taken) {
    if (large != null) {
      pieces.forEach(large::add);
      large.add(taken);
      return;
    }
    if (facts != null && !pieces.isEmpty()) {
      facts.stageWritten(staging, pieces);
    }
    if (!taken.isEmpty()) {
      intake.stage(staging, taken);
    }
  }

  /** Rows taken so far. */
  long rows() {
    return rows;
  }

  Totals totals() {
    return totals;
  }

  Settled settle(Staging staging) {
    return large == null ? intake.settle(staging) : large.settle();
  }

  Tally merge(Staging staging, int slice, long run) {
    return large == null || slice > 0
        ? intake.merge(staging, slice, run)
        : large.store(run, other -> intake.merge(staging, other, run));
  }

  Intake<T> intake() {
    return intake;
  }

  @Override
  public void close() {
    if (large != null) {
      large.close();
    }
  }
}
