package dev.winback.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The days on which a demo customer bought, and what was done about his first loss. */
record DemoHistory(List<LocalDate> days, DemoWork work) {

  private static final int DAYS_KEPT = 3 * 365;
  private static final int LAST = 5;

  /** From the first of the last five purchases to the last one. */
  int lastDays() {
    var first = days.get(Math.max(0, days.size() - LAST));
    return Math.toIntExact(days.get(days.size() - 1).toEpochDay() - first.toEpochDay());
  }

  /** With a share from 0 to 1 of the days on which his silence may have begun. */
  static DemoHistory of(Fate fate, double share, LocalDate today, RandomGenerator random) {
    if (fate == Fate.PROSPECT) {
      return new DemoHistory(List.of(), DemoWork.NONE);
    }
    int rhythm = rhythm(fate, random);
    var lastBeforeSilence = today.minusDays(fate.silent(share));
    var days =
        once(fate, rhythm)
            ? List.of(lastBeforeSilence)
            : buyingUntil(
                lastBeforeSilence, first(fate, lastBeforeSilence, today, random), rhythm, random);
    var work = DemoWork.of(fate, lastBeforeSilence, today, random);
    return new DemoHistory(andSince(fate, days, work, rhythm, today, random), work);
  }

  /** Some of those who left long ago had bought once and never again. */
  private static boolean once(Fate fate, int rhythm) {
    return fate == Fate.SILENT_360 && rhythm % 2 == 0;
  }

  private static int rhythm(Fate fate, RandomGenerator random) {
    return switch (fate) {
      case REGULAR, RETURNED_BY_CALL, RETURNED_BY_COUPON, RETURNED_BY_HIMSELF, RETURNED_BY_LETTER ->
          random.nextInt(28, 46);
      case LATE_BY_RHYTHM, RETURNED_WHEN_LATE -> random.nextInt(22, 34);
      default -> random.nextInt(18, 75);
    };
  }

  private static LocalDate first(
      Fate fate, LocalDate last, LocalDate today, RandomGenerator random) {
    if (fate == Fate.NEWCOMER) {
      return last.minusDays(random.nextInt(0, 150));
    }
    var earliest = today.minusDays(DAYS_KEPT);
    long span = last.minusDays(180).toEpochDay() - earliest.toEpochDay();
    // half of the customers are older than the firm's books
    return span <= 0 || random.nextBoolean()
        ? earliest.plusDays(random.nextInt(30))
        : earliest.plusDays(random.nextLong(span));
  }

  /** Backwards from the last day, each gap within a fifth of the rhythm. */
  private static List<LocalDate> buyingUntil(
      LocalDate last, LocalDate first, int rhythm, RandomGenerator random) {
    var days = new ArrayList<LocalDate>();
    for (var day = last; !day.isBefore(first); day = day.minusDays(gap(rhythm, random))) {
      days.add(0, day);
    }
    return days;
  }

  private static int gap(int rhythm, RandomGenerator random) {
    return Math.max(1, (int) Math.round(rhythm * random.nextDouble(0.8, 1.2)));
  }

  /** His purchases, with those after the return. */
  private static List<LocalDate> andSince(
      Fate fate,
      List<LocalDate> days,
      DemoWork work,
      int rhythm,
      LocalDate today,
      RandomGenerator random) {
    var returned = work.returned();
    if (returned == null) {
      return days;
    }
    var all = new ArrayList<>(days);
    var end = fate == Fate.TWICE_LOST ? returned.plusDays(40) : today;
    for (var day = returned; !day.isAfter(end); day = day.plusDays(gap(rhythm, random))) {
      all.add(day);
    }
    return all;
  }
}
