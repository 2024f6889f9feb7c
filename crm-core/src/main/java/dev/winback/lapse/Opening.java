package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.shared.Statistics;
import dev.winback.signal.SignalKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens lapses where the fold saw a loss, and moves late ones to lost. */
@Component
class Opening {

  private static final String OPEN = Sql.of(Opening.class, "open.sql");
  private static final String MOVE = Sql.of(Opening.class, "move.sql");
  private static final String MOVE_BACK = Sql.of(Opening.class, "move-back.sql");

  /** Those of some customers who say themselves that they end it. */
  private static final String ENDED =
      """
      and s.customer_id = any (:ids::bigint[])
      and exists (select from signal e where e.customer_id = s.customer_id and e.kind = '%s')
      """
          .formatted(SignalKind.ENDED.code());

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Statistics statistics;
  private final ApplicationEventPublisher events;

  Opening(
      JdbcClient jdbc,
      BusinessClock clock,
      Statistics statistics,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.statistics = statistics;
    this.events = events;
  }

  int openAndMove(LocalDate day) {
    int moved = sweep(MOVE, day).param("ended", false).update();
    var opened = opened(sweep(OPEN, day));
    // without it the first night of 20,000 lapses spent a minute in the assignment on a wrong plan
    statistics.renew("lapse");
    tell(opened);
    return moved + opened.size();
  }

  /**
   * Opens a lapse for those of the customers who say themselves that they end it, makes one that is
   * late already lost, and takes that back where nobody says so any more. Those that it opened.
   */
  List<LapseId> openEnded(Set<CustomerId> customers, LocalDate day) {
    var ids = Sql.array(customers.stream().map(CustomerId::value).toList());
    sweep(MOVE_BACK, day).param("ids", ids).update();
    sweep(MOVE.replace("/*whom*/", ENDED), day).param("ids", ids).param("ended", true).update();
    var opened = opened(sweep(OPEN.replace("/*whom*/", ENDED), day).param("ids", ids));
    tell(opened);
    return opened;
  }

  private void tell(List<LapseId> opened) {
    if (!opened.isEmpty()) {
      events.publishEvent(new LapsesOpened(opened));
    }
  }

  private static List<LapseId> opened(JdbcClient.StatementSpec sweep) {
    return sweep.query((row, n) -> new LapseId(row.getLong(1))).list();
  }

  private JdbcClient.StatementSpec sweep(String sql, LocalDate day) {
    return jdbc.sql(sql)
        .param("day", day)
        .param("zone", clock.getZone().getId())
        .param("now", clock.utc());
  }
}
