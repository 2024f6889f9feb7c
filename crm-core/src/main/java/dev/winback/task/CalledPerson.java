package dev.winback.task;

import dev.winback.customer.Customers;
import dev.winback.customer.Leavers;
import dev.winback.customer.Suppressions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a call changes in the customer himself, and how an undo puts it back. */
@Component
class CalledPerson {

  private final Calls calls;
  private final Customers customers;
  private final Leavers leavers;
  private final Suppressions suppressions;

  CalledPerson(Calls calls, Customers customers, Leavers leavers, Suppressions suppressions) {
    this.calls = calls;
    this.customers = customers;
    this.leavers = leavers;
    this.suppressions = suppressions;
  }

  void change(Task task, CallLog log, Callee callee, long contact) {
    if (log.result() == CallResult.NEVER_CONTACT) {
      if (callee.email() != null && !callee.email().isBlank()) {
        suppressions.stop(callee.email(), Suppressions.Reason.OBJECTION, null);
      }
      customers.become(task.customer(), "never_contact");
    }
    if (log.leaves(callee)) {
      leavers.left(task.customer(), contact);
    } else if (log.result() == CallResult.PERSON_GONE) {
      customers.become(task.customer(), gone(log.reason()));
    }
  }

  private static String gone(@Nullable String reason) {
    var known = Objects.requireNonNullElse(reason, "");
    return known.equals("deceased") || known.equals("bankrupt") ? known : "left";
  }

  void restore(Task task, CallRow call, Before before) {
    var callee = calls.callee(task);
    leavers.back(List.of(task.customer()));
    if (!callee.status().equals(before.customerStatus())) {
      customers.become(task.customer(), before.customerStatus());
    }
    if (call.result() == CallResult.NEVER_CONTACT && callee.email() != null) {
      suppressions.restore(
          callee.email(), Suppressions.Reason.OBJECTION, CallUndo.WITHIN.plusMinutes(1));
    }
  }
}
