package dev.winback.customer;

import dev.winback.shared.Settled;
import dev.winback.shared.Stages.Overtaken;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of one kind of rows into the tables: opened, staged, settled, merged slice by slice; each
 * step within a transaction of the caller.
 */
public interface Intake<T> {

  /** The tables in which rows wait. */
  void open(Staging staging);

  void stage(Staging staging, List<T> rows);

  /** The way of a file of about so many rows; null when it goes by the tables, as most do. */
  default @Nullable LargeBatch<T> large(Staging staging, long rows) {
    return null;
  }

  /** Finds what the batch would change; nothing is written yet. */
  Settled settle(Staging staging);

  /** Stores one slice of a settled batch; a slice that is already in changes nothing. */
  Tally merge(Staging staging, int slice, @Nullable Long importId);

  /**
   * To be called before a slice is merged once more because one of its rows is in by now: it stays
   * as it is.
   */
  default void again(Staging staging, int slice) {}

  /** Rows that come back, with the later row that was taken instead: a page of them. */
  List<Overtaken> overtaken(Staging staging, long afterLine, int limit);

  void drop(Staging staging);

  /**
   * Takes back what a run wrote for customers with keys from the first (included) until the second:
   * what it added goes, what it changed is as before; what was changed since stays. Rows taken
   * back.
   */
  long takeBack(RunBack back, long fromCustomer, long untilCustomer);

  /** All of it at once, or nothing. */
  default Tally record(List<T> rows) {
    var call = Staging.ofCall();
    open(call);
    stage(call, rows);
    var settled = settle(call);
    if (settled.refused() > 0) {
      requireNotEnded(overtaken(call, 0, rows.size()));
    }
    var tally = Tally.NONE;
    for (int slice = 0; slice < settled.slices(); slice++) {
      tally = tally.plus(merge(call, slice, null));
    }
    drop(call);
    return new Tally(
        tally.created(), tally.changed(), rows.size() - tally.created() - tally.changed());
  }

  private static void requireNotEnded(List<Overtaken> refused) {
    var ended = refused.stream().filter(row -> row.storedAt() != null).toList();
    if (!ended.isEmpty()) {
      throw new EndedBefore(ended);
    }
  }
}
