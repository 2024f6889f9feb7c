package dev.winback.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the demo firm did about a loss of the past, in the order of days, and when the customer came
 * back: most were called within weeks, fewer were only written to, and some were kept back.
 *
 * @param returned null: he has not come back
 */
record DemoWork(List<Deed> deeds, @Nullable LocalDate returned) {

  static final DemoWork NONE = new DemoWork(List.of(), null);

  /** Days of silence by which the night has noticed everybody. */
  private static final int NOTICED = 112;

  /** Days in which a loss that was noticed still gets the first letter. */
  private static final int EARLY = 60;

  /** Days before today by which the last return of the past had begun. */
  private static final int RETURN = 24;

  /** Days before today that were not played, less the first nights. */
  private static final int PLAYED = 700;

  /** What one did, and whether it was who had lost the customer. */
  record Deed(Act act, LocalDate day, boolean byLoser) {}

  /** A call that reached him, one that did not, a letter, or none because of the lot. */
  enum Act {
    CALL,
    MISSED,
    LETTER,
    KEPT_BACK
  }

  static DemoWork of(Fate fate, LocalDate last, LocalDate today, RandomGenerator random) {
    return new Making(fate, last, today, random).work();
  }

  /** One loss while it is worked on. */
  private static final class Making {

    private final Fate fate;
    private final LocalDate last;
    private final LocalDate today;
    private final RandomGenerator random;
    private final List<Deed> deeds = new ArrayList<>();

    Making(Fate fate, LocalDate last, LocalDate today, RandomGenerator random) {
      this.fate = fate;
      this.last = last;
      this.today = today;
      this.random = random;
    }

    DemoWork work() {
      var first = first();
      return switch (fate) {
        case RETURNED_BY_CALL -> back(called(first), 3, 40);
        case RETURNED_BY_LETTER, RETURNED_BY_COUPON -> back(written(first), 3, 28);
        case TWICE_LOST ->
            back(calledAndWritten(last.plusDays(NOTICED + random.nextInt(25))), 3, 20);
        case RETURNED_BY_HIMSELF -> back(leftAlone(), 10, 45);
        case RETURNED_WHEN_LATE -> back(calledLate(), 3, 20);
        case SILENT_180, SILENT_360, SILENT_OLD, REFUSED, NOT_WANTED -> inVain(first);
        default -> NONE;
      };
    }

    /** Many within a month of the loss, the others when somebody got round to them. */
    private LocalDate first() {
      int drawn = random.nextInt(100);
      return drawn(drawn < 50 ? 25 : drawn < 72 ? 110 : 400);
    }

    /** A day on which the loss was known and somebody worked, as late as so many days after it. */
    private LocalDate drawn(int days) {
      var played = today.minusDays(PLAYED - random.nextInt(90));
      var earliest = later(last.plusDays(NOTICED), played);
      var latest = today.minusDays(fate.returns() ? RETURN : 20);
      long bound = Math.min(days, latest.toEpochDay() - earliest.toEpochDay() + 1);
      return earliest.plusDays(bound < 1 ? 0 : random.nextLong(bound));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
      return one.isAfter(other) ? one : other;
    }

    private DemoWork back(LocalDate touched, int soonest, int latest) {
      long bound = Math.min(latest, today.toEpochDay() - touched.toEpochDay());
      long days = random.nextLong(soonest, Math.max(soonest + 1, bound));
      return new DemoWork(List.copyOf(deeds), touched.plusDays(days));
    }

    private LocalDate called(LocalDate first) {
      var day = first;
      if (random.nextInt(5) < 2) {
        call(Act.MISSED, day);
        day = day.plusDays(random.nextInt(2, 9));
      }
      call(Act.CALL, day);
      if (random.nextBoolean()) {
        add(random.nextInt(5) < 2 ? Act.KEPT_BACK : Act.LETTER, day.plusDays(1));
      }
      return day;
    }

    /** Most were called before in vain, some so long ago that it was the letter alone. */
    private LocalDate written(LocalDate first) {
      int way = random.nextInt(10);
      var late = first.plusDays(random.nextInt(95, 130));
      if (way < 2 && late.isBefore(today.minusDays(RETURN))) {
        call(Act.MISSED, first);
        return add(Act.LETTER, late);
      }
      return way < 8 ? calledAndWritten(first) : add(Act.LETTER, drawn(EARLY));
    }

    private LocalDate calledAndWritten(LocalDate first) {
      call(random.nextBoolean() ? Act.CALL : Act.MISSED, first);
      return add(Act.LETTER, first.plusDays(random.nextInt(4, 12)));
    }

    /** Whom nobody asked, some of them by lot. */
    private LocalDate leftAlone() {
      return random.nextInt(12) < 5
          ? add(Act.KEPT_BACK, drawn(EARLY))
          : last.plusDays(NOTICED - 10);
    }

    /** He was only late and had no loss yet. */
    private LocalDate calledLate() {
      var day = last.plusDays(random.nextInt(82, 90));
      call(Act.CALL, day);
      return day;
    }

    private DemoWork inVain(LocalDate first) {
      int way = random.nextInt(fate == Fate.SILENT_180 ? 108 : 100);
      if (way < 6 && last.isAfter(today.minusDays(PLAYED - 90))) {
        calledLate();
        letters(drawn(EARLY));
      } else if (way < 54) {
        call(random.nextBoolean() ? Act.CALL : Act.MISSED, first);
        letters(first.plusDays(random.nextInt(5, 20)));
      } else if (way < 100) {
        letters(drawn(EARLY));
      }
      deeds.removeIf(deed -> !deed.day().isBefore(today.minusDays(2)));
      return new DemoWork(List.copyOf(deeds), null);
    }

    private void letters(LocalDate day) {
      add(random.nextInt(20) < 9 ? Act.KEPT_BACK : Act.LETTER, day);
      if (random.nextInt(10) < 4) {
        add(random.nextInt(5) < 1 ? Act.KEPT_BACK : Act.LETTER, day.plusDays(93));
      }
    }

    /** Who lost somebody tried now and then himself, mostly in vain. */
    private void call(Act act, LocalDate day) {
      deeds.add(new Deed(act, day, random.nextInt(fate.returns() ? 12 : 4) == 0));
    }

    private LocalDate add(Act act, LocalDate day) {
      deeds.add(new Deed(act, day, false));
      return day;
    }
  }
}
