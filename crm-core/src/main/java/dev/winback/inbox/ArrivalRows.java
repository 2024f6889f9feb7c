package dev.winback.inbox;

import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads arrivals for lists. */
@Component
class ArrivalRows {

  private static final String LIST = Sql.of(ArrivalRows.class, "list.sql");
  private static final String COUNT = Sql.of(ArrivalRows.class, "count.sql");

  private final JdbcClient jdbc;

  ArrivalRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ArrivalRow> list(ArrivalFilter filter, long before, int limit, Actor actor) {
    return filtered(Pieces.limited(LIST, limit), filter)
        .param("before", before)
        .param("words", actor.may(Permission.READ_CALL_NOTES))
        .query(ArrivalRow.class)
        .list();
  }

  void each(ArrivalFilter filter, Actor actor, Consumer<ArrivalRow> sink) {
    var all =
        filtered(Pieces.limited(LIST, null), filter)
            .param("before", Long.MAX_VALUE)
            .param("words", actor.may(Permission.READ_CALL_NOTES));
    try (var rows = all.withFetchSize(500).query(ArrivalRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  long count(ArrivalFilter filter, int most) {
    return filtered(Pieces.limited(COUNT, most), filter).query(Long.class).single();
  }

  private JdbcClient.StatementSpec filtered(String sql, ArrivalFilter filter) {
    return jdbc.sql(Pieces.asked(sql, filter.params())).params(filter.params());
  }
}
