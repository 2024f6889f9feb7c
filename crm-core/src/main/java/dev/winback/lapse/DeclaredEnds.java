package dev.winback.lapse;

import dev.winback.contact.ContactsRecorded;
import dev.winback.shared.BusinessClock;
import dev.winback.signal.Signals;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who says himself that he ends it is lost at once (DET-14): his lapse and its assignee do not wait
 * for the night. Before the first night nobody has a stage.
 */
@Component
class DeclaredEnds {

  private final Opening opening;
  private final Assignment assignment;
  private final Signals signals;
  private final BusinessClock clock;

  DeclaredEnds(Opening opening, Assignment assignment, Signals signals, BusinessClock clock) {
    this.opening = opening;
    this.assignment = assignment;
    this.signals = signals;
    this.clock = clock;
  }

  @EventListener
  @Order(Signals.FIRST + 20)
  void on(ContactsRecorded recorded) {
    var today = clock.today();
    if (signals.lastNight().isPresent()) {
      assignment.give(opening.openEnded(recorded.customers(), today), today);
    }
  }
}
