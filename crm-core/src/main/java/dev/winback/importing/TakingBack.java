package dev.winback.importing;

import dev.winback.customer.Intake;
import dev.winback.customer.RunBack;
import dev.winback.shared.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back what runs stored, customers range by range, each a transaction with everything that
 * follows from it; what was changed since stays and is written down.
 */
@Component
class TakingBack {

  private static final int CUSTOMERS = 1_000;
  private static final String KEPT = Sql.of(TakingBack.class, "kept.sql");

  private final JdbcClient jdbc;
  private final Kinds kinds;

  TakingBack(JdbcClient jdbc, Kinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  void process(long id, Run.Tools tools) {
    long from = tools.runs().stepsDone(id);
    for (var until = next(from); until != null; until = next(from)) {
      if (tools.closing().getAsBoolean()) {
        throw new Superseded();
      }
      long first = from;
      long end = until;
      tools.tx().executeWithoutResult(tx -> takeBack(id, first, end, tools.runs()));
      from = end;
    }
    tools.ends().takenBack(id);
  }

  /** One key past the last of the next customers; null when there are none. */
  private @Nullable Long next(long from) {
    return jdbc.sql(
            """
            select max(id) + 1 from (select id from customer where id >= :from order by id limit :size) range
            """)
        .param("from", from)
        .param("size", CUSTOMERS)
        .query((row, n) -> row.getObject(1, Long.class))
        .list()
        .get(0);
  }

  private void takeBack(long id, long from, long until, Runs runs) {
    long rows = 0;
    var back = new RunBack(id, others(id));
    for (Intake<?> intake : intakes()) {
      rows += intake.takeBack(back, from, until);
    }
    long kept =
        jdbc.sql(KEPT).param("import", id).param("from", from).param("until", until).update();
    runs.taken(id, rows, kept, until);
  }

  /** Also those that are being taken back: their own turn may have passed this range. */
  private List<Long> others(long id) {
    return jdbc.sql("select id from import_run where phase = 'taking-back' and id <> :id")
        .param("id", id)
        .query(Long.class)
        .list();
  }

  /** Facts before the customers on whom they hang. */
  private List<Intake<?>> intakes() {
    return kinds.inReverse().stream().<Intake<?>>map(Kind::intake).toList();
  }
}
