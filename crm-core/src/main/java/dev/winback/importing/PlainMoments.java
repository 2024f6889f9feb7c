package dev.winback.importing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * The moments of {@link Plain} as seconds. Few days come again and again, and a day by the calendar
 * and by the zone costs ten times what its look-up does.
 */
final class PlainMoments {

  /** For what is written in another way, or is not in the calendar. */
  static final long ODD = Long.MIN_VALUE;

  /** Days of eight years, each at a place of its own. */
  private static final int PLACES = 1 << 12;

  /** No zone is farther from another one. */
  private static final long FARTHEST = 36 * 3_600L;

  private static final long DAY = 86_400;

  /** Instead of an offset: clocks are changed nearby. */
  private static final int CHANGING = Integer.MAX_VALUE;

  private final ZoneId zone;
  private final int[] days = new int[PLACES];
  private final long[] midnights = new long[PLACES];
  private final int[] offsets = new int[PLACES];

  PlainMoments(ZoneId zone) {
    this.zone = zone;
  }

  long second(byte[] bytes, int from, int until) {
    int day = Plain.day(bytes, from, until);
    int second = day == Plain.ODD ? Plain.ODD : Plain.secondOfDay(bytes, from, until);
    int place = day & PLACES - 1;
    if (second == Plain.ODD || days[place] != day && !found(day, place)) {
      return ODD;
    }
    if (Plain.utc(from, until)) {
      return midnights[place] + second;
    }
    return offsets[place] == CHANGING
        ? changing(midnights[place], second)
        : midnights[place] + second - offsets[place];
  }

  private boolean found(int day, int place) {
    var date = Plain.date(day);
    if (date == null) {
      return false;
    }
    days[place] = day;
    midnights[place] = date.toEpochDay() * DAY;
    offsets[place] = offset(midnights[place]);
    return true;
  }

  private int offset(long midnight) {
    var before = Instant.ofEpochSecond(midnight - FARTHEST);
    ZoneRules rules = zone.getRules();
    var change = rules.nextTransition(before);
    boolean far = change == null || change.toEpochSecond() > midnight + DAY + FARTHEST;
    return far ? rules.getOffset(before).getTotalSeconds() : CHANGING;
  }

  private long changing(long midnight, int second) {
    return LocalDate.ofEpochDay(Math.floorDiv(midnight, DAY))
        .atStartOfDay()
        .plusSeconds(second)
        .atZone(zone)
        .toEpochSecond();
  }
}
