package dev.winback.shared;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the planner knows of tables that the program itself has just filled; of all others the
 * server's own clock takes care.
 */
@Component
public class Statistics {

  private static final String GROWN = Sql.of(Statistics.class, "grown.sql");

  private final JdbcClient jdbc;

  Statistics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Looks at those of the tables that have grown: a look at a large one that has not costs more
   * than storing a slice, and throws away every plan that names it.
   */
  public void renew(String... tables) {
    var grown = jdbc.sql(GROWN).param("tables", List.of(tables)).query(String.class).list();
    if (!grown.isEmpty()) {
      jdbc.sql("analyze " + String.join(", ", grown)).update();
    }
  }
}
