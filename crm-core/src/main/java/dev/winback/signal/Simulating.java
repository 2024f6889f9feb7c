package dev.winback.signal;

import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the fold under other limits with what is stored. */
final class Simulating {

  /**
   * A loss that shows at present.
   *
   * @param lostFrom from which day it means that he is lost, not late
   */
  record Loss(Money year, LocalDate lostFrom) {}

  /** Who shows a loss at present; what is left of it at the end would be removed. */
  private final Map<Long, Loss> stored;

  private final LocalDate day;
  private final List<Simulation.Change> added = new ArrayList<>();
  private final List<Simulation.Change> lost = new ArrayList<>();
  private final List<Simulation.Change> late = new ArrayList<>();

  /** Of whom no loss is opened. */
  private final Set<Long> departed;

  private final ComparedSigns signs = new ComparedSigns();
  private final String currency;

  Simulating(Map<Long, Loss> stored, Set<Long> departed, LocalDate day, String currency) {
    this.stored = stored;
    this.departed = departed;
    this.day = day;
    this.currency = currency;
  }

  /** What a slice would show, and which signals its customers show at present. */
  void see(List<Folded> found, Map<Long, Set<SignalKind>> shown) {
    for (var folded : found) {
      long customer = folded.history().customer();
      var before = shown.remove(customer);
      if (!departed.contains(customer)) {
        see(folded, before == null ? Set.of() : before);
      }
    }
    shown.keySet().removeAll(departed);
    shown.forEach((customer, kinds) -> signs.see(nothingYet(customer), kinds, Set.of()));
  }

  private void see(Folded folded, Set<SignalKind> before) {
    var value = folded.value();
    long customer = folded.history().customer();
    var change =
        value == null
            ? nothingYet(customer)
            : new Simulation.Change(customer, new Money(value.year(), value.currency()));
    var kinds = folded.signals().stream().map(Evidence::kind).collect(Collectors.toSet());
    signs.see(change, before, kinds);
    if (value != null) {
      folded.lostFrom().ifPresent(from -> see(change, lost(from), stored.remove(customer)));
    }
  }

  /** Who asks and never bought shows signals too. */
  private Simulation.Change nothingYet(long customer) {
    return new Simulation.Change(customer, new Money(BigDecimal.ZERO, currency));
  }

  private void see(Simulation.Change change, boolean wouldBeLost, @Nullable Loss before) {
    if (before == null) {
      added.add(change);
    } else if (wouldBeLost != lost(before.lostFrom())) {
      (wouldBeLost ? lost : late).add(change);
    }
  }

  private boolean lost(LocalDate from) {
    return !from.isAfter(day);
  }

  Simulation.Result result() {
    var removed = new ArrayList<Simulation.Change>();
    stored.forEach((customer, loss) -> removed.add(new Simulation.Change(customer, loss.year())));
    return new Simulation.Result(
        sorted(added), sorted(removed), sorted(lost), sorted(late), sums(removed), signs.all());
  }

  private static List<Simulation.Change> sorted(List<Simulation.Change> changes) {
    return changes.stream().sorted(Dearest.FIRST).toList();
  }

  private List<Money> sums(List<Simulation.Change> removed) {
    var sums = new TreeMap<String, BigDecimal>();
    added.forEach(c -> sums.merge(c.money().currency(), c.money().amount(), BigDecimal::add));
    removed.forEach(
        c -> sums.merge(c.money().currency(), c.money().amount().negate(), BigDecimal::add));
    return sums.entrySet().stream().map(e -> new Money(e.getValue(), e.getKey())).toList();
  }
}
