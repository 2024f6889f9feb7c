package dev.winback.task;

import dev.winback.shared.Refused;

/** What must be said, and be so, before a result of a call is taken. */
final class CallNeeds {

  private CallNeeds() {}

  static void requireReason(CallLog log) {
    if (log.result().consequence().needs() == Consequence.Needs.REASON && log.reason() == null) {
      throw Refused.field("reason", "task.refused.reason");
    }
  }

  /** Whom a letter may still reach is reached by it: that loss goes on. */
  static void requireDead(CallLog log, Callee callee) {
    if (log.detail() == CallDetail.UNREACHABLE && callee.writable()) {
      throw Refused.field("result", "task.refused.reachable");
    }
  }
}
