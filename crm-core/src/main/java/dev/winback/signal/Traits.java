package dev.winback.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people have told the program of one customer: his kind, how long his silence means nothing
 * (days since the last purchase), until when he is quiet, signals that were no reason to worry,
 * risky days, and his fragile year if he came back from a loss.
 */
record Traits(
    String kind,
    int ownSilence,
    @Nullable LocalDate quietUntil,
    boolean everyYear,
    Map<SignalKind, LocalDate> dismissed,
    List<Moment> moments,
    @Nullable Fragile fragile) {

  static final Traits NONE = new Traits("", 0, null, false, Map.of(), List.of(), null);

  /** The first day that is no longer fragile, and the late limit q until then (science.md). */
  record Fragile(LocalDate until, BigDecimal lateShare) {

    /**
     * The sooner limit where its day is within the fragile year: a day that rests on facts alone,
     * so that the sign does not go when the year ends.
     */
    int lateDays(LocalDate last, int sooner, int usual) {
      return last.plusDays(sooner).isBefore(until) ? Math.min(sooner, usual) : usual;
    }
  }

  /** A day on which customers like to leave. */
  record Moment(LocalDate day, String title) {}

  Traits ofKind(String name) {
    return new Traits(name, ownSilence, quietUntil, everyYear, dismissed, moments, fragile);
  }

  Traits silentFor(int days, @Nullable LocalDate until, boolean yearly) {
    return new Traits(kind, days, until, yearly, dismissed, moments, fragile);
  }

  Traits without(SignalKind signal, LocalDate since) {
    var more = new EnumMap<SignalKind, LocalDate>(SignalKind.class);
    more.putAll(dismissed);
    more.put(signal, since);
    return new Traits(kind, ownSilence, quietUntil, everyYear, more, moments, fragile);
  }

  Traits and(Moment moment) {
    var more = Stream.concat(moments.stream(), Stream.of(moment)).toList();
    return new Traits(kind, ownSilence, quietUntil, everyYear, dismissed, more, fragile);
  }

  Traits fragileUntil(LocalDate day, BigDecimal lateShare) {
    return new Traits(
        kind, ownSilence, quietUntil, everyYear, dismissed, moments, new Fragile(day, lateShare));
  }

  /** The first day on which silence since the last purchase may mean anything. */
  LocalDate patientUntil(LocalDate lastPurchase) {
    var own = lastPurchase.plusDays(ownSilence);
    var season = season(lastPurchase);
    return season != null && season.isAfter(own) ? season : own;
  }

  /** With a season that comes back each year: its next beginning after the last purchase. */
  private @Nullable LocalDate season(LocalDate lastPurchase) {
    if (quietUntil == null || !everyYear) {
      return quietUntil;
    }
    var thisYear = inYear(lastPurchase.getYear());
    return thisYear.isAfter(lastPurchase) ? thisYear : inYear(lastPurchase.getYear() + 1);
  }

  /** The 29th of February is the 28th in other years. */
  private LocalDate inYear(int year) {
    return Objects.requireNonNull(quietUntil).withYear(year);
  }

  /** A person has looked at this signal and said that it is no reason to worry. */
  boolean dismisses(Evidence evidence) {
    return evidence.since().equals(dismissed.get(evidence.kind()));
  }
}
