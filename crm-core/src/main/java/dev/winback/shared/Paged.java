package dev.winback.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list and the cursor of the next one, null at the end; keyset paging, so that page
 * 2,000 costs what page 1 costs (speed.md, row 9).
 */
public record Paged<T>(List<T> items, @Nullable String next) {

  /** From limit + 1 rows: the surplus row only proves that there is a next page. */
  public static <T> Paged<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Paged<>(List.copyOf(rows), null);
    }
    var items = List.copyOf(rows.subList(0, limit));
    return new Paged<>(items, cursor.apply(items.get(limit - 1)));
  }
}
