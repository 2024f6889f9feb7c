package dev.winback.web.team;

import dev.winback.lapse.AssignmentRule;
import dev.winback.lapse.Assignments;
import dev.winback.lapse.Candidate;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Pauses;
import dev.winback.report.LapseFacts;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Programmes;
import dev.winback.staff.Staff;
import dev.winback.team.PlanLists;
import dev.winback.team.PlanStep;
import dev.winback.team.Visit;
import dev.winback.team.VisitLists;
import dev.winback.web.layout.Shell;
import dev.winback.why.FindingField;
import dev.winback.why.Findings;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The team's work on one loss, for its page; templates reach it as {@code @teamOfLapse}. */
@Component
public class TeamOfLapse {

  private static final int SEVERE = 3;

  private final Assignments assignments;
  private final Pauses pauses;
  private final PlanLists plans;
  private final VisitLists visits;
  private final Findings findings;
  private final Programmes programmes;
  private final Staff staff;
  private final BusinessClock clock;
  private final Shell shell;

  TeamOfLapse(
      Assignments assignments,
      Pauses pauses,
      PlanLists plans,
      VisitLists visits,
      Findings findings,
      Programmes programmes,
      Staff staff,
      BusinessClock clock,
      Shell shell) {
    this.assignments = assignments;
    this.pauses = pauses;
    this.plans = plans;
    this.visits = visits;
    this.findings = findings;
    this.programmes = programmes;
    this.staff = staff;
    this.clock = clock;
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
    var until = pauses.until(id, actor);
    return new Work(
        open && actor.may(Permission.DECIDE) ? assignments.candidates(id, actor) : List.of(),
        until,
        open && until == null ? proposed(id, actor) : null,
        visits.of(id, actor),
        plans.of(id, actor),
        staff.regions());
  }

  /** After a hot conflict: severe, and a person's fault (DEC-36). */
  private @Nullable LocalDate proposed(LapseId lapse, Actor actor) {
    return findings
        .of(lapse, actor)
        .filter(known -> "true".equals(known.known().get(FindingField.HUMAN)))
        .filter(known -> severe(known.known().get(FindingField.SEVERITY)))
        .map(known -> clock.today().plusDays(programmes.current().coolingDays()))
        .orElse(null);
  }

  private static boolean severe(@Nullable String severity) {
    return severity != null && Integer.parseInt(severity) >= SEVERE;
  }
}
