package dev.winback.task;

import dev.winback.lapse.Stage;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the program does by itself after an outcome: one row of the table "Outcome of a contact" of
 * acceptance.md; an exit of null means that the lapse is being worked on.
 */
public record Consequence(
    boolean reached,
    @Nullable Stage exit,
    @Nullable TaskKind next,
    Period delay,
    Period laterDelay,
    LettersAfter letters,
    boolean otherPart,
    Needs needs) {

  /** What the caller has to say, because no rule can know it. */
  public enum Needs {
    NOTHING,
    DAY,
    TIME,
    REASON
  }

  static Consequence unreached(TaskKind next, int days, int laterDays, boolean otherPart) {
    return new Consequence(
        false,
        null,
        next,
        Period.ofDays(days),
        Period.ofDays(laterDays),
        LettersAfter.GO_ON,
        otherPart,
        Needs.NOTHING);
  }

  static Consequence talk(TaskKind next, int days, int laterDays, LettersAfter letters) {
    return new Consequence(
        true,
        null,
        next,
        Period.ofDays(days),
        Period.ofDays(laterDays),
        letters,
        false,
        Needs.NOTHING);
  }

  static Consequence end(
      boolean reached, Stage exit, @Nullable TaskKind next, Period delay, Needs needs) {
    return new Consequence(reached, exit, next, delay, delay, LettersAfter.STOP, false, needs);
  }

  Consequence needing(Needs what) {
    return new Consequence(reached, exit, next, delay, laterDelay, letters, otherPart, what);
  }

  boolean needsDay() {
    return needs == Needs.DAY || needs == Needs.TIME;
  }

  /** The time to the next step; later attempts may wait longer. */
  Period delay(int attempt) {
    return attempt == 1 ? delay : laterDelay;
  }
}
