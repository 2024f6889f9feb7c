package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import dev.winback.staff.Actor;
import dev.winback.testing.ACustomer;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lapses with tasks on a rep's desk, and what the tables say about them. */
@Component
public class Desk {

  private final JdbcClient jdbc;
  private final Stories stories;
  private final MovableClock clock;

  Desk(JdbcClient jdbc, Stories stories, MovableClock clock) {
    this.jdbc = jdbc;
    this.stories = stories;
    this.clock = clock;
  }

  /** An open lapse of this customer, given to a rep (null: to nobody). */
  public LapseId lapse(ACustomer customer, @Nullable Actor rep, String valueYear) {
    return lapse(customer.save(), rep, valueYear, Stage.LOST);
  }

  public LapseId lapse(CustomerId customer, @Nullable Actor rep, String valueYear, Stage stage) {
    return new LapseId(
        jdbc.sql(
                """
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, assignee,
                                   value_year, currency, owner_key)
                values (:customer, 1, :stage, :today, 'night', :since, case :stage when 'LOST' then :today::date end, :rep, :value::numeric, 'EUR',
                        (select c.owner_key from customer c where c.id = :customer))
                returning id
                """)
            .param("customer", customer.value())
            .param("stage", stage.name())
            .param("today", clock.today())
            .param("since", clock.today().minusDays(95))
            .param("rep", rep == null ? null : rep.member())
            .param("value", valueYear)
            .query(Long.class)
            .single());
  }

  public LapseId lapseOf(Actor rep, String valueYear) {
    return lapse(stories.aCustomer().silentFor(95), rep, valueYear);
  }

  /** A call that is due today. */
  public TaskId call(Actor rep) {
    return task(lapseOf(rep, "1000"), rep, TaskKind.CALL, clock.today());
  }

  /** A call on this customer that is due today. */
  public TaskId work(ACustomer customer, Actor rep, String valueYear) {
    return task(lapse(customer, rep, valueYear), rep, TaskKind.CALL, clock.today());
  }

  public TaskId task(LapseId lapse, Actor rep, TaskKind kind, LocalDate due) {
    return new TaskId(
        jdbc.sql(
                """
                insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
                select id, customer_id, :rep, :kind, 'open', :due, value_year from lapse where id = :lapse
                returning id
                """)
            .param("lapse", lapse.value())
            .param("rep", rep.member())
            .param("kind", kind.code())
            .param("due", due)
            .query(Long.class)
            .single());
  }

  /** The task with its lapse and customer, one map. */
  public Map<String, Object> see(TaskId task) {
    return jdbc.sql(
            """
            select t.*, l.stage, l.letters_rest_until, w.reason, l.close_reason, c.status, c.email
              from task t join lapse l on l.id = t.lapse_id join customer c on c.id = t.customer_id
              left join lateral why_of(l.id) w on true
             where t.id = :id
            """)
        .param("id", task.value())
        .query()
        .singleRow();
  }

  public List<Map<String, Object>> open(Actor rep) {
    return jdbc.sql("select * from task where member_id = :rep and state = 'open' order by id")
        .param("rep", rep.member())
        .query()
        .listOfRows();
  }

  public Map<String, Object> contact(TaskId task) {
    return jdbc.sql(
            "select k.* from contact k join call c on c.contact_id = k.id and c.customer_id = k.customer_id where c.task_id = :id")
        .param("id", task.value())
        .query()
        .singleRow();
  }

  public void attempts(TaskId task, int number, LocalDate day) {
    for (int i = 0; i < number; i++) {
      jdbc.sql(
              """
              insert into contact (customer_id, source, external_id, contacted_at, channel)
              select customer_id, 'test', gen_random_uuid()::text, :at, 'phone' from task where id = :id
              """)
          .param("id", task.value())
          .param("at", day.atTime(10, 0).atOffset(java.time.ZoneOffset.UTC))
          .update();
    }
  }

  public long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  public void set(TaskId task, String column, Object value) {
    jdbc.sql("update task set " + column + " = :value where id = :id")
        .param("value", value)
        .param("id", task.value())
        .update();
  }

  public void setCustomer(TaskId task, String column, @Nullable Object value) {
    jdbc.sql(
            "update customer set "
                + column
                + " = :value where id = (select customer_id from task where id = :id)")
        .param("value", value)
        .param("id", task.value())
        .update();
  }
}
