package dev.winback.bulk;

import dev.winback.lapse.LapseId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with which losses: those picked, or with a {@code query} all that the lost
 * list shows for it; {@code until} is for {@link BulkAction#LATER} and, with {@code reason} as what
 * it is for, the day of a {@link BulkAction#TASK}, {@code member} (a login) and {@code override}
 * for {@link BulkAction#ASSIGN}, {@code farewell} writes to whom a changed direction lets go.
 */
public record BulkOrder(
    BulkAction action,
    List<LapseId> picked,
    @Nullable String query,
    String reason,
    @Nullable LocalDate until,
    String member,
    @Nullable String override,
    boolean farewell) {

  /** An act that needs no more words. */
  public static BulkOrder of(BulkAction action, List<LapseId> picked) {
    return new BulkOrder(action, picked, null, "", null, "", null, false);
  }

  /** The same upon all that the lost list shows for this query. */
  public BulkOrder onAll(String query) {
    return new BulkOrder(action, List.of(), query, reason, until, member, override, farewell);
  }
}
