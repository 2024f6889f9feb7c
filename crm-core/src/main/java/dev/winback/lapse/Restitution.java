package dev.winback.lapse;

import dev.winback.customer.Owners;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives back what a handover gave away, where it still is where it went to. */
@Component
class Restitution {

  private static final String UNDO = Sql.of(Restitution.class, "handover-undo.sql");

  private final JdbcClient jdbc;
  private final HandoverBook book;
  private final Owners owners;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Restitution(
      JdbcClient jdbc,
      HandoverBook book,
      Owners owners,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.book = book;
    this.owners = owners;
    this.clock = clock;
    this.events = events;
  }

  void undo(long handover, Actor actor) {
    book.undone(handover, actor);
    owners.giveBack(handover);
    var back =
        jdbc.sql(UNDO)
            .param("handover", handover)
            .param("day", clock.today())
            .param("now", clock.utc())
            .param("member", actor.member())
            .query(Restitution::reassigned)
            .list();
    events.publishEvent(new LapsesReassigned(back));
    events.publishEvent(new HandoverUndone(handover));
  }

  private static LapseReassigned reassigned(ResultSet row, int number) throws SQLException {
    long assignee = row.getLong("assignee");
    return new LapseReassigned(
        new LapseId(row.getLong("id")), assignee == 0 ? null : new MemberId(assignee));
  }
}
