package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.customer.CustomersMoved;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of lapses when two records become one customer, and two again (I1, I4, I5, I10). */
@Component
class MergedLapses {

  private static final String KEEP = Sql.of(MergedLapses.class, "merge-keep.sql");
  private static final String KEPT = Sql.of(MergedLapses.class, "merge-kept.sql");
  private static final String GIVE_BACK = Sql.of(MergedLapses.class, "part-keep.sql");
  private static final String RESTORE = Sql.of(MergedLapses.class, "part-restore.sql");
  private static final String MIXED = Sql.of(MergedLapses.class, "part-mixed.sql");
  private static final String MOVE = Sql.of(MergedLapses.class, "merge-move.sql");
  private static final String NUMBER = Sql.of(MergedLapses.class, "merge-number.sql");
  private static final String DIFF = Sql.of(MergedLapses.class, "merge-diff.sql");
  private static final String BLAME = Sql.of(MergedLapses.class, "merge-blame.sql");

  private final JdbcClient jdbc;
  private final Replay replay;
  private final LapseReading reading;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  MergedLapses(
      JdbcClient jdbc,
      Replay replay,
      LapseReading reading,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.reading = reading;
    this.jdbc = jdbc;
    this.replay = replay;
    this.clock = clock;
    this.events = events;
  }

  private record Changed(LapseId lapse, boolean open) {}

  @EventListener
  @Order(CustomersMoved.LAPSES)
  void move(CustomersMoved moved) {
    with(KEEP, moved).update();
    if (moved.apart()) {
      with(GIVE_BACK, moved).update();
      with(RESTORE, moved).update();
    } else {
      replay.park(moved.customers());
    }
    with(MOVE, moved)
        .param("records", moved.recordKeys())
        .param("from", moved.from().value())
        .param("to", moved.to().value())
        .update();
    with(NUMBER, moved).update();
  }

  /** All rows are where they belong: what is derived from purchases follows, then the lapses. */
  @EventListener
  @Order(CustomersMoved.STAGES)
  void settle(CustomersMoved moved) {
    var anew = moved.apart() ? mixed(moved) : moved.customers();
    replay.park(anew);
    events.publishEvent(new PurchasesRecorded(moved.customers()));
    replay.replay(moved.customers(), anew, moved);
    tell(moved);
    var taken = with(BLAME, moved).query((row, n) -> new LapseId(row.getLong("id"))).list();
    events.publishEvent(LapsesReassigned.toNobody(taken));
    reading.know(moved.customers());
  }

  private Set<CustomerId> mixed(CustomersMoved moved) {
    return new HashSet<>(
        with(MIXED, moved).query((row, n) -> new CustomerId(row.getLong("id"))).list());
  }

  private void tell(CustomersMoved moved) {
    var changed =
        with(DIFF, moved)
            .query(
                (row, n) ->
                    new Changed(
                        new LapseId(row.getLong("id")),
                        Stage.valueOf(row.getString("stage")).open()))
            .list();
    close(changed.stream().filter(c -> !c.open()).map(Changed::lapse).toList());
    reopen(changed.stream().filter(Changed::open).map(Changed::lapse).toList());
  }

  private void close(List<LapseId> lapses) {
    if (!lapses.isEmpty()) {
      events.publishEvent(new LapsesClosed(lapses));
    }
  }

  private void reopen(List<LapseId> lapses) {
    if (!lapses.isEmpty()) {
      events.publishEvent(new LapsesReopened(lapses));
    }
  }

  @EventListener
  @Order(CustomersMoved.DONE)
  void keep(CustomersMoved moved) {
    if (!moved.apart()) {
      with(KEPT, moved).update();
    }
  }

  private JdbcClient.StatementSpec with(String statement, CustomersMoved moved) {
    return jdbc.sql(statement)
        .param("customers", moved.customerKeys())
        .param("merge", moved.merge())
        .param("apart", moved.apart())
        .param("member", moved.actor().member())
        .param("now", clock.utc());
  }
}
