package dev.winback.task;

import static dev.winback.task.Consequence.end;
import static dev.winback.task.Consequence.talk;
import static dev.winback.task.Consequence.unreached;
import static dev.winback.task.LettersAfter.REST;
import static dev.winback.task.LettersAfter.REST_UNTIL_NEXT;
import static dev.winback.task.TaskKind.CALL;
import static dev.winback.task.TaskKind.CALL_BACK;
import static dev.winback.task.TaskKind.DATA_CARE;
import static dev.winback.task.TaskKind.FAR_CONTACT;
import static dev.winback.task.TaskKind.MEETING;
import static dev.winback.task.TaskKind.PROMISE;
import static dev.winback.task.TaskKind.THANK_YOU;

import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import dev.winback.task.Consequence.Needs;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sixteen outcomes of a call (rules.md, "Outcome codes") with what follows from each. */
public enum CallResult {
  NOT_THERE(unreached(CALL, 1, 1, true)),
  VOICEMAIL(unreached(CALL, 1, 2, false)),
  CALL_BACK_AT(talk(CALL_BACK, 1, 1, REST_UNTIL_NEXT).needing(Needs.TIME)),
  WRONG_NUMBER(unreached(DATA_CARE, 1, 1, false)),
  TALKED(talk(CALL, 1, 2, REST)),
  THINKING(talk(CALL, 1, 2, REST)),
  APPOINTMENT(talk(MEETING, 1, 1, REST).needing(Needs.DAY)),
  OFFER_GIVEN(talk(CALL, 3, 3, REST)),
  COMPLAINT(talk(CALL, 1, 1, REST)),
  PROMISED(talk(PROMISE, 1, 1, REST).needing(Needs.DAY)),
  /** Only a purchase record makes it returned. */
  ORDERED(talk(THANK_YOU, 1, 1, REST)),
  FINAL_NO(end(true, Stage.REFUSED, FAR_CONTACT, Period.ofMonths(6), Needs.REASON)),
  NOT_WANTED(end(true, Stage.NOT_WANTED, null, Period.ZERO, Needs.REASON)),
  MOVED(talk(DATA_CARE, 1, 1, REST)),
  PERSON_GONE(end(false, Stage.GONE, DATA_CARE, Period.ofDays(1), Needs.NOTHING)),
  NEVER_CONTACT(end(true, Stage.REFUSED, null, Period.ZERO, Needs.NOTHING));

  @SuppressWarnings("ImmutableEnumChecker") // Period and records do not change
  private final Consequence consequence;

  CallResult(Consequence consequence) {
    this.consequence = consequence;
  }

  public Consequence consequence() {
    return consequence;
  }

  /** The word in answers; two of them share their name with a kind of task. */
  public String code() {
    return switch (this) {
      case CALL_BACK_AT -> "call_back";
      case PROMISED -> "promise";
      default -> name().toLowerCase(Locale.ROOT);
    };
  }

  public static CallResult ofCode(@Nullable String code) {
    return Arrays.stream(values())
        .filter(result -> result.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("result", "task.refused.result", codes()));
  }

  private static String codes() {
    return String.join(", ", Arrays.stream(values()).map(CallResult::code).toList());
  }
}
