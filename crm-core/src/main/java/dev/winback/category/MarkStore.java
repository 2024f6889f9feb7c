package dev.winback.category;

import dev.winback.purchase.DaysLate;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what people say of customers and decides about their group. */
@Component
class MarkStore {

  private static final String MARKS =
      DaysLate.limited(
          Sql.of(MarkStore.class, "marks.sql")
              .replace(
                  "/*against*/ as",
                  DaysLate.in(Sql.of(MarkStore.class, "against.sql"), "c.id") + " as"));

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  MarkStore(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Of these customers, or of all. */
  Marks of(@Nullable Collection<Long> customers) {
    return new Marks(
        jdbc.sql(CategoryStore.whose(MARKS, "c.id", customers))
            .param("ids", customers == null ? null : Sql.array(customers))
            .param("zone", clock.getZone().getId())
            .param("day", clock.today())
            .query(Marks.Mark.class)
            .list());
  }

  /** Who shows a loss, in ascending order, where no fold says it. */
  long[] lost() {
    return jdbc
        .sql("select distinct customer_id from signal where lost_from is not null order by 1")
        .query(Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }
}
