package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Money;
import dev.winback.staff.Actor;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the lapses of a filter of the lost list are worth together. */
@Service
@Transactional(readOnly = true)
public class LostSums {

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  LostSums(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Their value a year, the largest sum first; currencies are never added up. */
  public List<Money> valueYear(LostFilter filter, Actor actor) {
    var sums =
        "select l.currency, sum(l.value_year) as amount "
            + LostCustomers.WHERE
            + " and l.value_year > 0 group by l.currency order by amount desc";
    return jdbc.sql(LostCustomers.asked(sums, filter, actor))
        .params(LostPieces.of(filter))
        .params(Visible.to(actor))
        .param("today", clock.today())
        .param("zone", clock.getZone().getId())
        .query((row, n) -> new Money(row.getBigDecimal("amount"), row.getString("currency")))
        .list();
  }
}
