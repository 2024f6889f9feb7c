package dev.winback.category;

import dev.winback.shared.Copy;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the VIPs of each month and who came and went: the months of the list each night anew,
 * older ones once and for ever (DEC-05). A month whose rows would be the same is not written.
 */
@Component
class VipStore {

  private static final String HISTORY = Sql.of(VipStore.class, "vip-history.sql");

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
    var cuts = limits.cuts();
    var stored = stored(cuts.day(), Months.RUNNING);
    var open =
        IntStream.rangeClosed(0, Months.RUNNING)
            .filter(month -> open(month, stored.get(month), cuts))
            .toArray();
    var figures = VipFigures.of(ranking, cuts, vips, open);
    var lists =
        figures.lists().stream().collect(Collectors.toMap(l -> l.month, Function.identity()));
    var rows = new VipRows(jdbc, copy, ranking, limits, vips);
    return figures.months().stream()
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
    int known =
        stored(day, settings.firstMonth() - 1).entrySet().stream()
            .filter(month -> month.getValue().complete())
            .mapToInt(month -> 1 << month.getKey())
            .sum();
    var members = known == 0 ? List.<Member>of() : members(day, settings, customers);
    var keys = new long[members.size()];
    var months = new short[members.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = members.get(i).customerId();
      months[i] = (short) (members.get(i).months() & known);
    }
    return new Members(known, keys, months);
  }

  /** {@code months} as bits by their numbers. */
  record Member(long customerId, int months) {}

  private List<Member> members(
      LocalDate day, CategorySettings settings, @Nullable Collection<Long> customers) {
    return jdbc.sql(CategoryStore.whose(HISTORY, "customer_id", customers))
        .param("first", Months.begin(day, 0))
        .param("until", Months.begin(day, settings.firstMonth()))
        .param("ids", customers == null ? null : Sql.array(customers))
        .query(Member.class)
        .list();
  }
}
