package dev.winback.customer;

import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The records with their rows belong to another customer from now on: by a merge, or back by its
 * end; whoever listens works within the transaction, in the order given here; departed is the
 * status of who must not be contacted any more.
 */
public record CustomersMoved(
    long merge,
    Set<CustomerId> records,
    CustomerId from,
    CustomerId to,
    boolean apart,
    @Nullable String departed,
    Actor actor) {

  /** Lapses go first, because the rows of a lapse go with it. */
  public static final int LAPSES = 10;

  /** All other rows. */
  public static final int ROWS = 20;

  /** The rows are where they belong: what is derived from them is derived anew. */
  public static final int STAGES = 30;

  /** Letters are judged by all of it. */
  public static final int LETTERS = 50;

  /** Nobody contacts who said so in either record. */
  public static final int DEPARTURE = 60;

  /** The end. */
  public static final int DONE = 70;

  /** Those whose rows have changed. */
  public Set<CustomerId> customers() {
    return Set.of(from, to);
  }

  /** The records as an array parameter. */
  public String recordKeys() {
    return Sql.array(records, CustomerId::value);
  }

  /** Both customers as an array parameter. */
  public String customerKeys() {
    return Sql.array(customers(), CustomerId::value);
  }
}
