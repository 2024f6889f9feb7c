package dev.winback.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * The days of a zone for millions of moments: offsets are found among the changes of the zone
 * instead of asking its rules each time, and a day is one object however often it comes.
 */
final class ZoneDays {

  private static final long DAY = 86_400;

  /** Days from 1970 up to 2070; others are computed one by one. */
  private static final int DAYS = 36_525;

  private final ZoneRules rules;

  /** Second by second: when the offset changed, and what it was from then on. */
  private long[] changes = {Long.MIN_VALUE};

  private int[] offsets;
  private final LocalDate[] days = new LocalDate[DAYS];

  ZoneDays(ZoneId zone) {
    rules = zone.getRules();
    var moment = Instant.EPOCH.minusSeconds(DAY);
    offsets = new int[] {rules.getOffset(moment).getTotalSeconds()};
    for (var change = rules.nextTransition(moment);
        change != null && change.toEpochSecond() < DAYS * DAY;
        change = rules.nextTransition(change.getInstant())) {
      add(change.toEpochSecond(), change.getOffsetAfter().getTotalSeconds());
    }
  }

  private void add(long second, int offset) {
    changes = Arrays.copyOf(changes, changes.length + 1);
    offsets = Arrays.copyOf(offsets, changes.length);
    changes[changes.length - 1] = second;
    offsets[changes.length - 1] = offset;
  }

  LocalDate at(long second) {
    boolean known = second >= 0 && second < (DAYS - 1) * DAY;
    int offset = known ? offset(second) : asked(second);
    return day(Math.floorDiv(second + offset, DAY));
  }

  private int offset(long second) {
    int place = Arrays.binarySearch(changes, second);
    return offsets[place < 0 ? -place - 2 : place];
  }

  private int asked(long second) {
    return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
  }

  /** Two threads may each make the same one: either will do. */
  private LocalDate day(long number) {
    if (number < 0 || number >= DAYS) {
      return LocalDate.ofEpochDay(number);
    }
    var day = days[(int) number];
    if (day == null) {
      day = LocalDate.ofEpochDay(number);
      days[(int) number] = day;
    }
    return day;
  }
}
