package dev.winback.letter;

import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What no letter beside the ladder may give away (DEC-32): refused where the percent is set, and
 * held when the margin or its floor has changed since.
 */
@Component
class MarginFloor {

  private static final String NOW = Sql.of(MarginFloor.class, "margin-floor.sql");
  private static final String HOLD =
      Sql.of(MarginFloor.class, "prompt-floor.sql").replace("/*floor*/", NOW);

  private final JdbcClient jdbc;

  MarginFloor(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The firm's margin and what must be left of it, in percent of an order. */
  private record Terms(BigDecimal margin, BigDecimal floor) {}

  /** On the ladder the letters of a rung that gives too much are held, and say so. */
  void require(int number, int percent) {
    var terms = jdbc.sql(NOW).query(Terms.class).single();
    var most = terms.margin().subtract(terms.floor()).max(BigDecimal.ZERO);
    if (number < 0 && percent > 0 && BigDecimal.valueOf(percent).compareTo(most) > 0) {
      throw Refused.field(
          "percent", "letter.refused.floor", percent, terms.margin(), terms.floor(), most);
    }
  }

  /** Of these letters those that would give too much wait; how many. */
  int hold(Long[] letters) {
    return jdbc.sql(HOLD).param("ids", letters).update();
  }
}
