package dev.winback.shared;

import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the night makes anew for a whole table, slice by slice of its ids with a commit after each:
 * a statement that holds a snapshot for minutes slows whoever sends letters (speed.md).
 */
@Component
public class Slices {

  /** Ids of one transaction. */
  private static final long SIZE = 50_000;

  private final TransactionTemplate transaction;

  Slices(TransactionTemplate transaction) {
    this.transaction = transaction;
  }

  /** Work on the ids from the first up to the one that no longer belongs to it; rows changed. */
  @FunctionalInterface
  public interface Slice {
    long work(long from, long until);
  }

  /** All ids up to the last one; the rows that changed. */
  public long each(long last, Slice slice) {
    long changed = 0;
    for (long from = 0; from <= last; from += SIZE) {
      long first = from;
      changed += once(() -> slice.work(first, first + SIZE));
    }
    return changed;
  }

  /** One transaction; the rows that changed. */
  public long once(LongSupplier work) {
    return Objects.requireNonNull(transaction.execute(status -> work.getAsLong()));
  }
}
