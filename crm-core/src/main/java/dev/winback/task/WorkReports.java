package dev.winback.task;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What each executor has done (CAL-38): a rep sees his own line, a manager all. */
@Service
@Transactional(readOnly = true)
public class WorkReports {

  private static final String WORK = Sql.of(WorkReports.class, "work.sql");

  private final JdbcClient jdbc;
  private final Settings settings;
  private final BusinessClock clock;

  WorkReports(JdbcClient jdbc, Settings settings, BusinessClock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /** The days of a report: named, or this month so far. */
  public record Days(LocalDate from, LocalDate until) {}

  public Days days(@Nullable LocalDate from, @Nullable LocalDate until) {
    var today = clock.today();
    var last = until == null ? today : until;
    var first = from == null ? last.withDayOfMonth(1) : from;
    if (first.isAfter(last)) {
      throw Refused.field("from", "work.refused.days", first, last);
    }
    return new Days(first, last);
  }

  /** By name. */
  public List<WorkRow> rows(Days days, Actor actor) {
    actor.require(Permission.READ_TASKS);
    return rows(days, actor.may(Permission.SEE_ALL_TASKS) ? null : actor.member());
  }

  List<WorkRow> rows(Days days, @Nullable Long member) {
    return jdbc.sql(WORK)
        .param("member", member)
        .param("first", days.from())
        .param("last", days.until())
        .param("today", clock.today())
        .param("zone", clock.getZone().getId())
        .param("from", start(days.from()))
        .param("until", start(days.until().plusDays(1)))
        .param("currency", settings.currency().getCurrencyCode())
        .query(WorkRow.class)
        .list();
  }

  private Object start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant().atOffset(ZoneOffset.UTC);
  }
}
