package dev.winback.worth;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * As how much one order counts at most where two groups are compared (science.md, "Offers and
 * experiments" 3): the 99 % quantile of the orders of the year before the comparison began.
 */
@Service
@Transactional
public class OrderCaps {

  /** Of fewer orders nobody knows what one of a hundred is. */
  static final int ENOUGH = 100;

  private static final String SETTLE = Sql.of(OrderCaps.class, "order-cap.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final String currency;

  OrderCaps(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  /** Looked for once for each day on which a comparison began. */
  public void settle(LocalDate start) {
    jdbc.sql(SETTLE)
        .param("start", start)
        .param("currency", currency)
        .param("zone", clock.getZone().getId())
        .param("enough", ENOUGH)
        .update();
  }

  /** Null: nothing is cut. */
  @Transactional(readOnly = true)
  public @Nullable BigDecimal of(LocalDate start) {
    return jdbc.sql(
            "select amount from order_cap where starts_on = :start and currency = :currency and amount is not null")
        .param("start", start)
        .param("currency", currency)
        .query(BigDecimal.class)
        .optional()
        .orElse(null);
  }
}
