package dev.winback.task;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the firm works with its customers: planned contacts, share of the rep, hours and holidays.
 */
@Service
@Transactional
public class WorkRules {

  /** A day on which nobody works, and nobody has to answer. */
  public record Holiday(LocalDate day, String name) {}

  private static final int LONGEST = 80;

  private final JdbcClient jdbc;
  private final Audit audit;
  private final BusinessClock clock;

  WorkRules(JdbcClient jdbc, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public WorkSettings settings() {
    return jdbc.sql(
            "select plan_a, plan_b, plan_other, letter_days, incentive_percent, opens, closes, call_from, call_until from work_setting")
        .query(WorkSettings.class)
        .single();
  }

  /** What was before, for an undo. */
  public WorkSettings change(WorkSettings to, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    var checked = to.checked();
    var before = settings();
    keepShare(checked);
    jdbc.sql(
            """
            update work_setting
               set plan_a = :planA, plan_b = :planB, plan_other = :planOther, letter_days = :letterDays,
                   incentive_percent = :incentivePercent, opens = :opens, closes = :closes,
                   call_from = :callFrom, call_until = :callUntil
            """)
        .paramSource(checked)
        .update();
    note("work.changed", checked, actor);
    return before;
  }

  /** CAL-35: returns of the days before keep the share that they had. */
  private void keepShare(WorkSettings to) {
    jdbc.sql(
            """
            insert into former_incentive (until, percent)
            select :today, incentive_percent from work_setting where incentive_percent <> :percent
            on conflict do nothing
            """)
        .param("today", clock.today())
        .param("percent", to.incentivePercent())
        .update();
  }

  /**
   * Letters and calls for a customer in 30 days; null: no cap. Marketing sets it with the letters.
   */
  @Transactional(readOnly = true)
  public @Nullable Integer contactCap() {
    return jdbc.sql("select contact_cap from sending")
        .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
        .single()
        .orElse(null);
  }

  /** From this year on. */
  @Transactional(readOnly = true)
  public List<Holiday> holidays() {
    return jdbc.sql("select day, name from holiday where day >= :from order by day")
        .param("from", clock.today().withDayOfYear(1))
        .query(Holiday.class)
        .list();
  }

  /** Adds a day or gives it another name. */
  public void keep(Holiday holiday, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    if (holiday.name().length() > LONGEST) {
      throw Refused.field("name", "task.refused.too-long", LONGEST, holiday.name().length());
    }
    jdbc.sql(
            """
            insert into holiday (day, name) values (:day, :name) on conflict (day) do update set name = excluded.name
            """)
        .param("day", holiday.day())
        .param("name", holiday.name().strip())
        .update();
    note("holiday.kept", Map.of("day", holiday.day()), actor);
  }

  /** Its name, so that it can come back with it; nothing for a day that was none. */
  public Optional<String> drop(LocalDate day, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    var name =
        jdbc.sql("delete from holiday where day = :day returning name")
            .param("day", day)
            .query(String.class)
            .optional();
    name.ifPresent(was -> note("holiday.dropped", Map.of("day", day), actor));
    return name;
  }

  private void note(String action, Object detail, Actor actor) {
    audit.note(actor, action, "work_setting", 1, detail);
  }

  /** The days on which the firm works. */
  @Transactional(readOnly = true)
  public WorkingDays days() {
    return new WorkingDays(jdbc.sql("select day from holiday").query(LocalDate.class).set());
  }

  /** When people are called who asked for nothing else. */
  CallHours callHours() {
    var hours = settings();
    return new CallHours(hours.callFrom(), hours.callUntil());
  }

  /** Until when what came in writing is answered (LET-22). */
  ReplyClock clock() {
    var hours = settings();
    return new ReplyClock(clock.getZone(), hours.opens(), hours.closes(), days());
  }
}
