package dev.winback.task;

import dev.winback.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** The step that follows a call: what, when, and in which part of the day. */
record NextStep(TaskKind kind, LocalDate on, @Nullable Instant at, @Nullable DayPart part) {

  /** Who does not want to talk is not pressed (CAL-27). */
  private static final Period UNWILLING = Period.ofWeeks(1);

  /**
   * What is known at the end of the call; free is the day on which the contacts of 30 days leave
   * room for the next one (null: today); planned is how many more contacts the plan of the loss has
   * after this one.
   */
  record Situation(
      TaskKind kind,
      int attempt,
      boolean lapseOpen,
      boolean hasCompany,
      boolean another,
      @Nullable LocalDate free,
      int planned,
      @Nullable CallDetail detail,
      DayPart part,
      LocalDate today,
      WorkingDays days) {}

  /** Null: the work ends here, or the letter takes over. */
  static @Nullable NextStep after(CallResult result, @Nullable FollowUp chosen, Situation now) {
    var rule = result.consequence();
    var kind = kind(result, chosen, now);
    if (kind == null) {
      requireNone(result, chosen);
      return null;
    }
    if (rule.needsDay()) {
      requireChosen(rule, chosen);
    }
    var free = retries(rule) && !kind.promised() ? now.free : null;
    if (chosen == null && now.lapseOpen && (free != null || planIsOver(rule, now))) {
      return null; // the night goes on when it may; only upwards: whoever names a day goes on
    }
    requireFree(chosen, free);
    var part = rule.otherPart() && chosen == null ? now.part.next() : null;
    if (chosen != null) {
      return new NextStep(kind, chosen.on(), chosen.at(), part);
    }
    var delay = now.detail == CallDetail.REFUSED ? UNWILLING : rule.delay(now.attempt);
    var day = now.today.plus(delay);
    var later = free != null && free.isAfter(day) ? free : day;
    return new NextStep(kind, now.days.onOrAfter(later), null, part);
  }

  private static @Nullable TaskKind kind(
      CallResult result, @Nullable FollowUp chosen, Situation now) {
    var rule = result.consequence();
    if (now.detail == CallDetail.UNREACHABLE) {
      return null;
    }
    if (result == CallResult.PERSON_GONE) {
      return successor(now);
    }
    if (result == CallResult.FINAL_NO && now.kind == TaskKind.FAR_CONTACT) {
      return null; // twice no is no: a far contact is not asked for without end
    }
    if (result == CallResult.COMPLAINT) {
      return null; // service has it; its answer is the next step
    }
    if (rule.next() == TaskKind.CALL && now.lapseOpen) {
      return hourAgreed(rule, chosen) ? TaskKind.CALL_BACK : TaskKind.CALL;
    }
    if (rule.next() != TaskKind.CALL) {
      return rule.next();
    }
    // a thank-you or a far contact: tried again until somebody answers, then done
    return !rule.reached() || chosen != null ? now.kind : null;
  }

  /**
   * He waits for that hour, whatever else came of the talk; nobody agreed one who was not there.
   */
  private static boolean hourAgreed(Consequence rule, @Nullable FollowUp chosen) {
    return rule.reached() && chosen != null && chosen.at() != null;
  }

  /** Whoever else is there is called, else a successor is searched (UND-24): no firm, none. */
  private static @Nullable TaskKind successor(Situation now) {
    if (now.another) {
      return now.lapseOpen ? TaskKind.CALL : now.kind;
    }
    return now.hasCompany ? TaskKind.DATA_CARE : null;
  }

  private static boolean retries(Consequence rule) {
    return !rule.reached() && rule.next() == TaskKind.CALL;
  }

  private static boolean planIsOver(Consequence rule, Situation now) {
    return retries(rule) && now.planned <= 0;
  }

  private static void requireNone(CallResult result, @Nullable FollowUp chosen) {
    if (chosen != null && result == CallResult.COMPLAINT) {
      throw Refused.field("next", "task.refused.next-service");
    }
    if (chosen != null) {
      throw Refused.field("next", "task.refused.next-none");
    }
  }

  /** Who has heard enough from us in 30 days is called when they are over, not before. */
  private static void requireFree(@Nullable FollowUp chosen, @Nullable LocalDate free) {
    if (chosen != null && free != null && chosen.on().isBefore(free)) {
      throw Refused.field("next", "task.refused.too-often", free);
    }
  }

  private static void requireChosen(Consequence rule, @Nullable FollowUp chosen) {
    if (chosen == null) {
      throw Refused.field("next", "task.refused.next-missing");
    }
    if (rule.needs() == Consequence.Needs.TIME && chosen.at() == null) {
      throw Refused.field("next", "task.refused.next-time");
    }
  }
}
