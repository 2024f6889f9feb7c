package dev.winback.web.team;

import dev.winback.customer.Customers;
import dev.winback.customer.NonClient;
import dev.winback.customer.NonClients;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Programmes;
import dev.winback.team.PinNotes;
import dev.winback.web.layout.Shell;
import dev.winback.web.layout.Wording;
import dev.winback.weekly.OpenMatters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other pages show of the team's work; templates reach it as {@code @teamShown}. */
@Component
public class TeamShown {

  private final OpenMatters open;
  private final PinNotes pins;
  private final Programmes programmes;
  private final Customers customers;
  private final NonClients nonClients;
  private final BusinessClock clock;
  private final Shell shell;
  private final Wording wording;

  TeamShown(
      OpenMatters open,
      PinNotes pins,
      Programmes programmes,
      Customers customers,
      NonClients nonClients,
      BusinessClock clock,
      Shell shell,
      Wording wording) {
    this.open = open;
    this.pins = pins;
    this.programmes = programmes;
    this.customers = customers;
    this.nonClients = nonClients;
    this.clock = clock;
    this.shell = shell;
    this.wording = wording;
  }

  /** How the start page's sentence goes on, for who leads. */
  public record Start(
      OpenMatters.Counted left, @Nullable String owner, @Nullable String ownerTitle) {}

  /** Null for who sees no firm figures. */
  public @Nullable Start start() {
    var actor = actor();
    if (!actor.may(Permission.SEE_ALL_FIGURES)) {
      return null;
    }
    var programme = programmes.current();
    var left = open.week(clock.today().minusDays(1), actor);
    return new Start(left, programme.ownerName(), programme.ownerTitle());
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
