package dev.winback.web.team;

import dev.winback.lapse.AssignmentRule;
import dev.winback.lapse.Assignments;
import dev.winback.lapse.Candidate;
import dev.winback.lapse.Pauses;
import dev.winback.report.LapseFacts;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.team.PlanLists;
import dev.winback.team.PlanStep;
import dev.winback.team.Visit;
import dev.winback.team.VisitLists;
import dev.winback.web.layout.Shell;
import dev.winback.why.Conflicts;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The team's work on one loss, for its page; templates reach it as {@code @teamOfLapse}. */
@Component
public class TeamOfLapse {

  private final Assignments assignments;
  private final Pauses pauses;
  private final PlanLists plans;
  private final VisitLists visits;
  private final Conflicts conflicts;
  private final Staff staff;
  private final Shell shell;

  TeamOfLapse(
      Assignments assignments,
      Pauses pauses,
      PlanLists plans,
      VisitLists visits,
      Conflicts conflicts,
      Staff staff,
      Shell shell) {
    this.assignments = assignments;
    this.pauses = pauses;
    this.plans = plans;
    this.visits = visits;
    this.conflicts = conflicts;
    this.staff = staff;
    this.shell = shell;
  }

  /**
   * Who could have the loss, the pause and the day until which one is proposed, visits, plan, the
   * regions where somebody works.
   */
  public record Work(
      List<Candidate> candidates,
      @Nullable LocalDate pausedUntil,
      @Nullable LocalDate proposedUntil,
      List<Visit> visits,
      List<PlanStep> plan,
      List<String> regions) {

    /** He lost the customer and wins him back all the same: the chance is shown lower. */
    public boolean byLoser() {
      return candidates.stream()
          .anyMatch(one -> one.has() && one.against().contains(AssignmentRule.LOST_HIM));
    }

    /** One is arranged: another one would need another meeting of the rep. */
    public boolean visitAhead() {
      return visits.stream().anyMatch(Visit::open);
    }

    public long overdue() {
      return plan.stream().filter(PlanStep::overdue).count();
    }
  }

  public Work of(LapseFacts lapse) {
    var actor = Objects.requireNonNull(shell.actor());
    var id = lapse.lapse();
    boolean open = lapse.stage().open();
    return new Work(
        open && actor.may(Permission.DECIDE) ? assignments.candidates(id, actor) : List.of(),
        pauses.until(id, actor),
        conflicts.proposedPause(id, actor).orElse(null),
        visits.of(id, actor),
        plans.of(id, actor),
        staff.regions());
  }
}
