package dev.winback.signal;

import dev.winback.category.VipStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A history as a story told in days before {@link #DAY}: {@code aHistory().buys(120,
 * 90).asks(30).seen()}.
 */
final class AHistory {

  static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private final List<Bought> purchases = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();
  private Traits traits = Traits.NONE;
  private VipStanding standing;
  private Limits limits = Limits.DEFAULT;
  private LocalDate day = DAY;

  static AHistory aHistory() {
    return new AHistory();
  }

  /** Purchases of 100.00 so many days ago. */
  AHistory buys(int... daysAgo) {
    for (int ago : daysAgo) {
      pays("100.00", ago);
    }
    return this;
  }

  AHistory pays(String amount, int... daysAgo) {
    long cents = new java.math.BigDecimal(amount).movePointRight(2).longValueExact();
    for (int ago : daysAgo) {
      var bought = DAY.minusDays(ago);
      purchases.add(new Bought(micros(bought), bought, cents, "EUR"));
    }
    return this;
  }

  AHistory buysEvery(int gap, int times, int silent) {
    for (int i = 0; i < times; i++) {
      buys(silent + i * gap);
    }
    return this;
  }

  /** Purchases of 100.00 on days by their dates. */
  AHistory and(String... days) {
    for (var bought : days) {
      buys((int) ChronoUnit.DAYS.between(LocalDate.parse(bought), DAY));
    }
    return this;
  }

  AHistory asks(int... daysAgo) {
    return happen(Happening.Kind.REQUEST, 0, daysAgo);
  }

  AHistory happen(Happening.Kind kind, int detail, int... daysAgo) {
    for (int ago : daysAgo) {
      add(kind, DAY.minusDays(ago), LocalDate.MAX, detail);
    }
    return this;
  }

  /** A complaint that is resolved so many days ago; negative: in the future. */
  AHistory complains(int daysAgo, int severity, boolean satisfied, int resolved) {
    add(
        Happening.Kind.COMPLAINT,
        DAY.minusDays(daysAgo),
        DAY.minusDays(resolved),
        severity + (satisfied ? 0 : 10));
    return this;
  }

  private void add(Happening.Kind kind, LocalDate at, LocalDate over, int detail) {
    // a minute for each, so that the order in which a day is told is the order of its facts
    var moment = noon(at).plusSeconds(60L * (happenings.size() + 1));
    happenings.add(new Happening(kind, moment, at, over, detail));
  }

  AHistory with(Traits known) {
    traits = known;
    return this;
  }

  AHistory with(VipStanding among) {
    standing = among;
    return this;
  }

  AHistory with(Limits other) {
    limits = other;
    return this;
  }

  AHistory on(LocalDate other) {
    day = other;
    return this;
  }

  /** Noon in microseconds since 2000, as the database has moments. */
  static long micros(LocalDate day) {
    return (noon(day).getEpochSecond() - 946_684_800) * 1_000_000;
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  History told() {
    var history = new History(1).with(traits).placed(null, standing);
    purchases.stream().sorted(Comparator.comparing(Bought::at)).forEach(history::bought);
    happenings.stream().sorted(Comparator.comparing(Happening::at)).forEach(history::happened);
    return history;
  }

  Folded folded() {
    return new Detection(LimitsByKind.DEFAULT.with("", limits), new Rules("EUR", null))
        .fold(told(), day);
  }

  Map<SignalKind, Evidence> seen() {
    return folded().signals().stream().collect(Collectors.toMap(Evidence::kind, e -> e));
  }

  Evidence seen(SignalKind kind) {
    return seen().get(kind);
  }
}
