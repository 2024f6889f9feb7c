package dev.winback.web.security;

import dev.winback.staff.Actor;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of the team's work on a loss, for the matrix of access. */
class TeamRecords {

  private final JdbcClient jdbc;
  private final Stories stories;

  TeamRecords(JdbcClient jdbc, Stories stories) {
    this.jdbc = jdbc;
    this.stories = stories;
  }

  long call(long task, Actor rep, LocalDate day) {
    return id(
        """
        insert into call (task_id, lapse_id, customer_id, member_id, result, called_at)
        select id, lapse_id, customer_id, %d, 'talked', cast(:day as timestamptz) from task where id = %d returning id
        """
            .formatted(rep.member(), task),
        day);
  }

  long pin(long call, LocalDate day) {
    return id(
        """
        insert into pin_note (call_id, lapse_id, customer_id, rep_id, member_id, positive, written_at)
        select id, lapse_id, customer_id, member_id, %d, 'x', cast(:day as timestamptz) from call where id = %d returning id
        """
            .formatted(stories.manager().member(), call),
        day);
  }

  long visit(long lapse, Actor rep, LocalDate day) {
    return id(
        """
        insert into visit (lapse_id, customer_id, manager_id, rep_id, starts_at, made_at)
        select id, customer_id, %d, %d, cast(:day as timestamptz), cast(:day as timestamptz) from lapse where id = %d
        returning id
        """
            .formatted(stories.manager().member(), rep.member(), lapse),
        day);
  }

  long step(long lapse, Actor rep, LocalDate day) {
    return id(
        """
        insert into plan_step (lapse_id, customer_id, what, member_id, due_on, made_by, made_at)
        select id, customer_id, 'x', %d, :day, %d, cast(:day as timestamptz) from lapse where id = %d returning id
        """
            .formatted(rep.member(), rep.member(), lapse),
        day);
  }

  long handover(LocalDate day) {
    return id(
        "insert into handover (kind, made_at) values ('transfer', cast(:day as timestamptz)) returning id",
        day);
  }

  private long id(String sql, LocalDate day) {
    return jdbc.sql(sql).param("day", day).query(Long.class).single();
  }
}
