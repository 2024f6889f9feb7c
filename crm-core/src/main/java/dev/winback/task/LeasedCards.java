package dev.winback.task;

import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has a card before him has its customer for ten minutes from when he last typed, by the
 * database clock: no other member gets him meanwhile, whatever tasks there are for him.
 */
@Component
class LeasedCards {

  private static final String LOCK = Sql.of(LeasedCards.class, "lease-lock.sql");
  private static final String TAKE = Sql.of(LeasedCards.class, "lease-take.sql");
  private static final String RENEW = Sql.of(LeasedCards.class, "lease-renew.sql");

  private final JdbcClient jdbc;

  LeasedCards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The card that somebody asked for; a manager who looks at a rep's takes nobody from him. */
  TaskRow kept(TaskRow row, Actor actor) {
    if (row.member().equals(actor.id())) {
      take(row.id(), actor);
    }
    return row;
  }

  /**
   * Of those whose moment has come the first of one's own that nobody else has; of another's queue
   * the first. Who has to wait is not handed out: he is called when somebody asks for his card.
   */
  Optional<TaskRow> first(List<TaskRow> queue, Actor actor) {
    return queue.stream()
        .filter(row -> !row.waits())
        .filter(row -> !row.member().equals(actor.id()) || take(row.id(), actor))
        .findFirst();
  }

  /** He types on it: a talk may well take longer than ten minutes. */
  void renew(TaskId task, Actor actor) {
    jdbc.sql(RENEW).param("task", task.value()).param("member", actor.member()).update();
  }

  private boolean take(TaskId task, Actor actor) {
    boolean locked =
        jdbc.sql(LOCK).param("task", task.value()).query(Long.class).optional().isPresent();
    return locked
        && jdbc.sql(TAKE).param("task", task.value()).param("member", actor.member()).update() > 0;
  }
}
