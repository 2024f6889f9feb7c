package dev.winback.category;

import dev.winback.shared.Copy;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the VIPs of each month and who came and went: the months of the list each night anew,
 * older ones once and for ever (DEC-05). A month whose rows would be the same is not written.
 */
@Component
class VipStore {

  private final JdbcClient jdbc;
  private final Copy copy;

  VipStore(JdbcClient jdbc, Copy copy) {
    this.jdbc = jdbc;
    this.copy = copy;
  }

  /** What a month was when it was written last. */
  record Stored(
      LocalDate month,
      boolean complete,
      long membersHash,
      @Nullable Long movesHash,
      LocalDate settledOn) {}

  /** The number of rows written or taken away. */
  long store(Ranking ranking, Limits limits, Vips vips) {
    var figures = VipFigures.of(ranking, limits.cuts(), vips);
    var stored = stored(limits.cuts().day(), Months.RUNNING);
    var lists =
        figures.lists().stream().collect(Collectors.toMap(l -> l.month, Function.identity()));
    var rows = new VipRows(jdbc, copy, ranking, limits, vips);
    return figures.months().stream()
        .filter(month -> open(month.month, stored.get(month.month), limits.cuts()))
        .mapToLong(month -> write(rows, stored.get(month.month), month, lists.get(month.month)))
        .sum();
  }

  /** By their numbers, up to the month with this one. */
  private Map<Integer, Stored> stored(LocalDate day, int last) {
    var first = Months.begin(day, 0);
    return jdbc
        .sql(
            """
            select month, complete, members_hash, moves_hash, settled_on
            from vip_month where month >= :first and month <= :last
            """)
        .param("first", first)
        .param("last", Months.begin(day, last))
        .query(Stored.class)
        .stream()
        .collect(
            Collectors.toMap(
                month -> (int) ChronoUnit.MONTHS.between(first, month.month()),
                Function.identity()));
  }

  /** A month before the list is history once it is written; a night of the past adds nothing. */
  private static boolean open(int month, @Nullable Stored stored, Cuts cuts) {
    return stored == null
        || !stored.settledOn().isAfter(cuts.day())
            && (month >= cuts.settings().firstMonth() || !stored.complete());
  }

  private static long write(
      VipRows rows, @Nullable Stored stored, MonthFigures month, @Nullable ListFigures list) {
    long written = 0;
    if (stored == null || stored.membersHash() != month.members.value()) {
      written += rows.members(month.month);
    }
    if (list != null && !Objects.equals(hashOf(stored), list.moves.value())) {
      written += rows.moves(list);
    }
    return written + rows.head(month, list);
  }

  private static @Nullable Long hashOf(@Nullable Stored stored) {
    return stored == null ? null : stored.movesHash();
  }

  /** Who was a VIP of complete months before the list; of these customers, or of all. */
  Members history(LocalDate day, CategorySettings settings, @Nullable Collection<Long> customers) {
    var members = new HashMap<Integer, long[]>();
    stored(day, settings.firstMonth() - 1)
        .forEach(
            (number, month) -> {
              if (month.complete()) {
                members.put(number, members(month.month(), customers));
              }
            });
    return new Members(members);
  }

  private long[] members(LocalDate month, @Nullable Collection<Long> customers) {
    return jdbc
        .sql(
            """
            select customer_id from vip_member
            where month = :month and (:ids::bigint[] is null or customer_id = any (:ids::bigint[]))
            order by customer_id
            """)
        .param("month", month)
        .param("ids", customers == null ? null : CategoryStore.array(customers))
        .query(Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }
}
