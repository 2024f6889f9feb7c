package dev.winback.letter;

import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What no letter may give away (DEC-32): more than the firm's highest discount and, beside the
 * ladder, what goes below the margin floor. Refused where the percent is set, held when margin,
 * floor or highest discount have changed since.
 */
@Component
class MarginFloor {

  private static final String NOW = Sql.of(MarginFloor.class, "margin-floor.sql");
  private static final String HOLD =
      Sql.of(MarginFloor.class, "prompt-floor.sql").replace("/*floor*/", NOW);

  private final JdbcClient jdbc;
  private final String currency;

  MarginFloor(JdbcClient jdbc, Settings settings) {
    this.jdbc = jdbc;
    currency = settings.currency().getCurrencyCode();
  }

  /** The firm's margin, what must be left of it, and its highest discount, in percent. */
  private record Terms(BigDecimal margin, BigDecimal floor, int most) {}

  /** On the ladder the letters of a rung that gives too much are held, and say so. */
  void require(int number, int percent) {
    var terms = jdbc.sql(NOW).query(Terms.class).single();
    var most = terms.margin().subtract(terms.floor()).max(BigDecimal.ZERO);
    if (number < 0 && percent > 0 && BigDecimal.valueOf(percent).compareTo(most) > 0) {
      throw Refused.field(
          "percent", "letter.refused.floor", percent, terms.margin(), terms.floor(), most);
    }
    if (percent > terms.most()) {
      throw Refused.field("percent", "letter.refused.most", percent, terms.most());
    }
  }

  /** Of these letters those that would give too much wait; how many. */
  int hold(Long[] letters) {
    return jdbc.sql(HOLD).param("ids", letters).param("currency", currency).update();
  }
}
