package dev.winback.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a demo customer bought, and those on which he was called, written to or kept
 * back from a letter.
 *
 * @param touched the days of letters or the call; none when nothing was done about him
 * @param returned the day of the purchase that ended the first lapse; null when it did not end
 */
record DemoHistory(List<LocalDate> days, List<LocalDate> touched, @Nullable LocalDate returned) {

  private static final int DAYS_KEPT = 3 * 365;
  private static final int LAST = 5;

  /**
   * Silence in days at which we act, and at which the customer may come back: later than any lapse
   * opens.
   */
  private static final int TOUCHED_AT = 115;

  private static final int TOUCHED_AGAIN_AT = 205;

  /** From the first of the last five purchases to the last one. */
  int lastDays() {
    var first = days.get(Math.max(0, days.size() - LAST));
    return Math.toIntExact(days.get(days.size() - 1).toEpochDay() - first.toEpochDay());
  }

  static DemoHistory of(Fate fate, LocalDate today, RandomGenerator random) {
    if (fate == Fate.PROSPECT) {
      return new DemoHistory(List.of(), List.of(), null);
    }
    int rhythm = rhythm(fate, random);
    var lastBeforeSilence = today.minusDays(random.nextInt(fate.silentFrom, fate.silentUntil + 1));
    var days =
        once(fate, rhythm)
            ? List.of(lastBeforeSilence)
            : buyingUntil(
                lastBeforeSilence, first(fate, lastBeforeSilence, today, random), rhythm, random);
    return fate.returns()
        ? returning(fate, days, rhythm, today, random)
        : new DemoHistory(days, triedInVain(fate, lastBeforeSilence), null);
  }

  /** Some of those who left long ago had bought once and never again. */
  private static boolean once(Fate fate, int rhythm) {
    return fate == Fate.SILENT_360 && rhythm % 2 == 0;
  }

  /** Who has been silent for half a year was written to as well, and did not come back. */
  private static List<LocalDate> triedInVain(Fate fate, LocalDate last) {
    return switch (fate) {
      case SILENT_180 -> List.of(last.plusDays(TOUCHED_AT));
      case SILENT_360 -> List.of(last.plusDays(TOUCHED_AT), last.plusDays(TOUCHED_AGAIN_AT));
      default -> List.of();
    };
  }

  private static int rhythm(Fate fate, RandomGenerator random) {
    return switch (fate) {
      case REGULAR, RETURNED_BY_CALL, RETURNED_BY_COUPON, RETURNED_BY_HIMSELF, RETURNED_BY_LETTER ->
          random.nextInt(28, 46);
      case LATE_BY_RHYTHM -> random.nextInt(22, 34);
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

  private static DemoHistory returning(
      Fate fate, List<LocalDate> days, int rhythm, LocalDate today, RandomGenerator random) {
    var last = days.get(days.size() - 1);
    var touched = last.plusDays(TOUCHED_AT);
    var returned = last.plusDays(random.nextInt(TOUCHED_AT + 10, TOUCHED_AT + 35));
    var all = new ArrayList<>(days);
    var end = fate == Fate.TWICE_LOST ? returned.plusDays(40) : today;
    for (var day = returned; !day.isAfter(end); day = day.plusDays(gap(rhythm, random))) {
      all.add(day);
    }
    return new DemoHistory(all, List.of(touched), returned);
  }
}
