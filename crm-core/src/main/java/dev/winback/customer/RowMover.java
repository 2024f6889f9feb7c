package dev.winback.customer;

import dev.winback.shared.Sql;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves the rows of records to the customer they are part of; tables are told by their columns. */
@Component
class RowMover {

  private static final String OF_FACTS = Sql.of(RowMover.class, "tables-of-facts.sql");
  private static final String OF_LAPSES = Sql.of(RowMover.class, "tables-of-lapses.sql");
  private static final String MOVE_FACTS = Sql.of(RowMover.class, "move-facts.sql");
  private static final String MOVE_WITH_LAPSE = Sql.of(RowMover.class, "move-with-lapse.sql");
  private static final String MOVE_ALIASES = Sql.of(RowMover.class, "move-aliases.sql");
  private static final String MOVE_HISTORY = Sql.of(RowMover.class, "move-history.sql");

  private final JdbcClient jdbc;

  RowMover(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record OfLapse(String tableName, boolean origin, boolean version) {

    String move() {
      var and =
          (origin ? ", origin_id = l.origin_id" : "")
              + (version ? ", version = r.version + 1" : "");
      return MOVE_WITH_LAPSE.replace("{table}", tableName).replace("{and}", and);
    }
  }

  @EventListener
  @Order(CustomersMoved.ROWS)
  void move(CustomersMoved moved) {
    // a row of a lapse that moves keeps its lapse, whatever record it was written for
    ofLapses().forEach(table -> run(table.move(), moved));
    ofFacts().forEach(table -> run(MOVE_FACTS.replace("{table}", table), moved));
    run(MOVE_ALIASES, moved);
    run(MOVE_HISTORY, moved);
  }

  private List<String> ofFacts() {
    return jdbc.sql(OF_FACTS).query(String.class).list();
  }

  private List<OfLapse> ofLapses() {
    return jdbc.sql(OF_LAPSES).query(OfLapse.class).list();
  }

  private void run(String statement, CustomersMoved moved) {
    jdbc.sql(statement)
        .param("from", moved.from().value())
        .param("to", moved.to().value())
        .param("records", moved.recordKeys())
        .update();
  }
}
