package dev.winback.weekly;

import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Programmes;
import dev.winback.team.PlanFilter;
import dev.winback.team.PlanLists;
import dev.winback.team.TeamFilter;
import dev.winback.team.WorkKind;
import dev.winback.team.WorkLists;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the team has left lying, as the start page and the letter on Monday count it. */
@Service
@Transactional(readOnly = true)
public class OpenMatters {

  private static final int DAYS = 7;

  private final WorkLists work;
  private final LostCustomers lost;
  private final PlanLists plans;
  private final Programmes programmes;

  OpenMatters(WorkLists work, LostCustomers lost, PlanLists plans, Programmes programmes) {
    this.work = work;
    this.lost = lost;
    this.plans = plans;
    this.programmes = programmes;
  }

  /**
   * Promises broken in the seven days from {@code from} to {@code to}, both included; cases nobody
   * touched for {@code days}; where there is none, cases that nobody has contacted yet; steps of
   * plans that are overdue now.
   */
  public record Counted(
      LocalDate from,
      LocalDate to,
      long broken,
      int untouched,
      int fresh,
      int days,
      long overdue) {}

  /** The week ends with this day: one that is over, because no promise is broken before. */
  public Counted week(LocalDate last, Actor actor) {
    actor.require(Permission.SEE_ALL_FIGURES);
    var from = last.minusDays(DAYS - 1);
    var broken = new TeamFilter(null, from.toString(), last.toString(), "broken");
    int untouched = lost.count(LostFilter.work("untouched"), actor);
    return new Counted(
        from,
        last,
        work.count(WorkKind.PROMISES, broken, actor),
        untouched,
        untouched > 0 ? 0 : lost.count(LostFilter.work("uncontacted"), actor),
        programmes.current().untouchedDays(),
        plans.count(new PlanFilter("overdue", null), actor));
  }
}
