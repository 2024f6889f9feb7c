package dev.winback.signal;

import dev.winback.category.VipStanding;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.value.Values;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds histories as they come out of the database. */
@Component
class Fold {

  private final HistoryReading histories;
  private final TraitReading traits;
  private final ProfileStore profiles;
  private final Values values;
  private final BusinessClock clock;
  private final String firmCurrency;

  Fold(
      HistoryReading histories,
      TraitReading traits,
      ProfileStore profiles,
      Values values,
      BusinessClock clock,
      Settings settings) {
    this.values = values;
    this.histories = histories;
    this.traits = traits;
    this.profiles = profiles;
    this.clock = clock;
    this.firmCurrency = settings.currency().getCurrencyCode();
  }

  /** The rules with the limits that hold at present. */
  Detection detection() {
    return detection(profiles.current());
  }

  Detection detection(LimitsByKind limits) {
    return new Detection(limits, new Rules(firmCurrency, values.inForce().orElse(null)));
  }

  List<Folded> fold(
      FoldScope scope, LocalDate day, Detection detection, @Nullable Placing placing) {
    return fold(scope, Days.upTo(day), detection, placing);
  }

  /** All facts known, silence up to this day. */
  List<Folded> foldKnown(
      FoldScope scope, LocalDate day, Detection detection, @Nullable Placing placing) {
    var today = clock.today();
    return fold(scope, Days.known(day, today.isAfter(day) ? today : day), detection, placing);
  }

  /** What the rules of VIPs see: it is known only when all customers have passed. */
  List<Folded> foldVips(List<VipStanding> vips, LocalDate day, Detection detection) {
    if (vips.isEmpty()) {
      return List.of();
    }
    var known = traits.of(FoldScope.of(ids(vips)));
    return vips.stream()
        .map(vip -> new History(vip.customer()).placed(null, vip))
        .map(history -> history.with(known.getOrDefault(history.customer(), Traits.NONE)))
        .map(history -> detection.foldVip(history, day))
        .toList();
  }

  private static Set<CustomerId> ids(List<VipStanding> vips) {
    return vips.stream().map(vip -> new CustomerId(vip.customer())).collect(Collectors.toSet());
  }

  /** Each customer as he was on his own day, by what is known today of the time before it. */
  List<Folded> foldBefore(Map<CustomerId, LocalDate> days) {
    var own = Days.before(c -> Objects.requireNonNull(days.get(new CustomerId(c))));
    return fold(FoldScope.of(days.keySet()), own, detection(), null);
  }

  private List<Folded> fold(
      FoldScope scope, Days days, Detection detection, @Nullable Placing placing) {
    var found = new ArrayList<Folded>();
    histories.of(
        scope,
        days,
        placing,
        history -> found.add(detection.fold(history, days.lookedAt().apply(history.customer()))));
    return found;
  }
}
