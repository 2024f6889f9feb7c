package dev.winback.task;

import dev.winback.contact.Contacts;
import dev.winback.staff.Actor;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What others learn of a call: service of a complaint, detection of an end, letters of what was
 * agreed. Last in the call, because sweeps over lapses follow from it.
 */
@Component
class CallReports {

  private final ContactPlans plans;
  private final OpenComplaints complaints;
  private final Contacts contacts;
  private final ApplicationEventPublisher events;

  CallReports(
      ContactPlans plans,
      OpenComplaints complaints,
      Contacts contacts,
      ApplicationEventPublisher events) {
    this.plans = plans;
    this.complaints = complaints;
    this.contacts = contacts;
    this.events = events;
  }

  void after(Task task, CallLog log, long call, Actor actor, Instant now) {
    plans.fix(task.lapse(), call);
    if (log.result() == CallResult.COMPLAINT) {
      complaints.open(task, log, call, now);
    }
    if (log.detail() == CallDetail.ENDED) {
      contacts.heard(task.customer());
    }
  }

  void undone(Task task, CallRow call) {
    events.publishEvent(new CallTakenBack(call.id()));
    plans.unfix(call.id());
    complaints.withdraw(task, call.id());
    if (call.detail() == CallDetail.ENDED) {
      contacts.heard(task.customer());
    }
  }
}
