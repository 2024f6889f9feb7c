package dev.winback.web.team;

import dev.winback.customer.Customers;
import dev.winback.customer.NonClient;
import dev.winback.customer.NonClients;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Programmes;
import dev.winback.team.PinNotes;
import dev.winback.team.PlanFilter;
import dev.winback.team.PlanLists;
import dev.winback.team.TeamFilter;
import dev.winback.team.WorkKind;
import dev.winback.team.WorkLists;
import dev.winback.web.layout.Shell;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other pages show of the team's work; templates reach it as {@code @teamShown}. */
@Component
public class TeamShown {

  private static final int WEEK = 7;

  private final PlanLists plans;
  private final PinNotes pins;
  private final WorkLists lists;
  private final LostCustomers lost;
  private final Programmes programmes;
  private final Customers customers;
  private final NonClients nonClients;
  private final BusinessClock clock;
  private final Shell shell;
  private final Wording wording;

  TeamShown(
      PlanLists plans,
      PinNotes pins,
      WorkLists lists,
      LostCustomers lost,
      Programmes programmes,
      Customers customers,
      NonClients nonClients,
      BusinessClock clock,
      Shell shell,
      Wording wording) {
    this.plans = plans;
    this.pins = pins;
    this.lists = lists;
    this.lost = lost;
    this.programmes = programmes;
    this.customers = customers;
    this.nonClients = nonClients;
    this.clock = clock;
    this.shell = shell;
    this.wording = wording;
  }

  /** How the start page's sentence goes on, for who leads. */
  public record Start(
      long broken,
      int untouched,
      long overdueSteps,
      LocalDate from,
      LocalDate to,
      int days,
      @Nullable String owner,
      @Nullable String ownerTitle) {}

  /** Null for who sees no firm figures. */
  public @Nullable Start start() {
    var actor = actor();
    if (!actor.may(Permission.SEE_ALL_FIGURES)) {
      return null;
    }
    var to = clock.today();
    var from = to.minusDays(WEEK);
    var broken = new TeamFilter(null, from.toString(), to.toString(), "broken");
    var programme = programmes.current();
    return new Start(
        lists.count(WorkKind.PROMISES, broken, actor),
        lost.count(LostFilter.work("untouched"), actor),
        plans.count(new PlanFilter("overdue", null), actor),
        from,
        to,
        programme.untouchedDays(),
        programme.ownerName(),
        programme.ownerTitle());
  }

  /** Words on his calls that this member has not read. */
  public long unread() {
    return pins.unread(actor());
  }

  /** Who refused to work with a customer, and why. */
  public @Nullable NonClient refusal(String ref) {
    return customers.byRef(ref).flatMap(nonClients::of).orElse(null);
  }

  /** What a row of a list of work is, in words. */
  public String what(String kind, String what) {
    return wording.of(WorkWords.key(kind, what));
  }

  private Actor actor() {
    return Objects.requireNonNull(shell.actor());
  }
}
