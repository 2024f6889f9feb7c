package dev.winback.task;

import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;

/**
 * How people work: contacts planned for a loss by class, after how many days without an answer a
 * letter makes one more, percent of the first orders of the returned that is the rep's (CAL-35),
 * the hours in which letters are answered (LET-22), and those in which people are called, by their
 * own clock (CAL-07).
 */
public record WorkSettings(
    int planA,
    int planB,
    int planOther,
    int letterDays,
    BigDecimal incentivePercent,
    LocalTime opens,
    LocalTime closes,
    LocalTime callFrom,
    LocalTime callUntil) {

  private static final int MOST = 60;
  private static final int LONGEST_WAIT = 90;
  private static final int SHORTEST_CALLING = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  WorkSettings checked() {
    contacts("planA", planA);
    contacts("planB", planB);
    contacts("planOther", planOther);
    if (letterDays < 1 || letterDays > LONGEST_WAIT) {
      throw Refused.field("letterDays", "refused.between", 1, LONGEST_WAIT, letterDays);
    }
    if (incentivePercent.signum() < 0 || incentivePercent.compareTo(HUNDRED) > 0) {
      throw Refused.field("incentivePercent", "refused.between", 0, HUNDRED, incentivePercent);
    }
    if (!opens.isBefore(LocalTime.NOON) || !closes.isAfter(LocalTime.NOON)) {
      throw Refused.field("opens", "work.refused.hours", opens, closes);
    }
    if (Duration.between(callFrom, callUntil).toHours() < SHORTEST_CALLING) {
      throw Refused.field(
          "callUntil", "work.refused.calling", callFrom, callUntil, SHORTEST_CALLING);
    }
    return this;
  }

  private static void contacts(String field, int number) {
    if (number < 1 || number > MOST) {
      throw Refused.field(field, "refused.between", 1, MOST, number);
    }
  }
}
