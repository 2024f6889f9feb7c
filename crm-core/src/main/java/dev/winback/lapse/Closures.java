package dev.winback.lapse;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerField;
import dev.winback.customer.Customers;
import dev.winback.customer.NonClients;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a loss for a program, each exit by the way that the pages take to it. */
@Service
@Transactional
public class Closures {

  private static final String LEFT = "left";

  private final Lapses lapses;
  private final Decisions decisions;
  private final NonClients nonClients;
  private final Customers customers;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  Closures(
      Lapses lapses,
      Decisions decisions,
      NonClients nonClients,
      Customers customers,
      Audit audit,
      ApplicationEventPublisher events) {
    this.lapses = lapses;
    this.decisions = decisions;
    this.nonClients = nonClients;
    this.customers = customers;
    this.audit = audit;
    this.events = events;
  }

  /** What a manager decides needs a manager; a rep writes down what the customer said or did. */
  public void close(LapseId id, Stage exit, String reason, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    lapses.requireVisible(id, actor);
    requireExit(exit);
    requireOpen(id);
    Decisions.requireReason(reason);
    switch (exit) {
      case NOT_WANTED -> decisions.decide(id, Decision.NOT_WANTED, reason, null, actor);
      case UNREACHABLE -> decisions.decide(id, Decision.UNREACHABLE, reason, null, actor);
      case FALSE_ALARM -> decisions.decide(id, Decision.FALSE_ALARM, reason, null, actor);
      case NON_CLIENT -> nonClients.refuse(ref(id, actor), reason, actor);
      case GONE -> leave(id, reason, actor);
      default -> refuse(id, reason, actor);
    }
  }

  private static void requireExit(Stage exit) {
    if (!Closing.EXITS.contains(exit)) {
      throw Refused.field("exit", "refused.lapse.exit", exit.code());
    }
  }

  private void requireOpen(LapseId id) {
    var stage = lapses.state(id).stage();
    if (!stage.open()) {
      throw new Refused("refused.lapse.closed", stage.code());
    }
  }

  /** The status has no words of its own, so they are kept with the act. */
  private void leave(LapseId id, String reason, Actor actor) {
    var said = Map.<CustomerField, Object>of(CustomerField.STATUS, LEFT);
    var entry = new CustomerEntry(0, ref(id, actor), null, said, List.of(), Map.of());
    customers.correct(entry, null, actor);
    audit.note(actor, "lapse.closed", "lapse", id.value(), Map.of("reason", reason));
  }

  private void refuse(LapseId id, String reason, Actor actor) {
    lapses.close(id, Stage.REFUSED, reason, actor);
    events.publishEvent(new LapseRefused(id, actor));
  }

  private String ref(LapseId id, Actor actor) {
    return lapses.row(id, actor).ref();
  }
}
