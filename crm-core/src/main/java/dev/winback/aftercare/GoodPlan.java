package dev.winback.aftercare;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.task.WorkRules;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chooses the contacts with customers who are not lost, and drops those that are over. */
@Component
class GoodPlan {

  /** Days in which somebody is to ask about a sign, the first among them. */
  private static final int WEEK = 7;

  private static final String FORGET = Sql.of(GoodPlan.class, "good-forget.sql");
  private static final String OVER = Sql.of(GoodPlan.class, "good-over.sql");
  private static final String SIGNS = Sql.of(GoodPlan.class, "good-signs.sql");
  private static final String OWED = Sql.of(GoodPlan.class, "vip-owed.sql");
  private static final String MONTH = Sql.of(GoodPlan.class, "vip-month.sql");
  private static final String PLAN = Sql.of(GoodPlan.class, "good-plan.sql");

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;

  GoodPlan(JdbcClient jdbc, WorkRules rules, BusinessClock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.clock = clock;
  }

  /** As of a night; the rows that came or went. */
  int of(LocalDate day) {
    var known = Map.of("day", day, "zone", clock.getZone().getId());
    int gone = jdbc.sql(FORGET).params(known).update() + jdbc.sql(OVER).param("day", day).update();
    int signs =
        jdbc.sql(SIGNS)
            .param("zone", clock.getZone().getId())
            .param("due", day.plusDays(WEEK - 1))
            .query(Integer.class)
            .single();
    jdbc.sql("delete from vip_owed").update();
    jdbc.sql(OWED).params(known).update();
    return gone + signs + jdbc.sql(PLAN).params(known).param("left", workingDays(day)).update();
  }

  /** Of a member, or of all. */
  VipCalls month(LocalDate day, @Nullable Long member) {
    return jdbc.sql(MONTH)
        .param("left", workingDays(day))
        .param("member", member)
        .query(VipCalls.class)
        .single();
  }

  /** Of the month, from this day on; one at least. */
  private int workingDays(LocalDate day) {
    var days = rules.days();
    var end = day.withDayOfMonth(1).plusMonths(1);
    return Math.max(1, (int) day.datesUntil(end).filter(days::is).count());
  }
}
