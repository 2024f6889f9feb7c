package dev.winback.signal;

import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Compares the fold under other limits with what is stored. */
final class Simulating {

  private static final Comparator<Simulation.Change> DEAREST =
      Comparator.comparing((Simulation.Change change) -> change.money().amount())
          .reversed()
          .thenComparing(Simulation.Change::customer);

  /** Who shows a loss at present; what is left of it at the end would be removed. */
  private final Map<Long, Money> stored;

  private final List<Simulation.Change> added = new ArrayList<>();

  /** Of whom no loss is opened. */
  private final Set<Long> departed;

  Simulating(Map<Long, Money> stored, Set<Long> departed) {
    this.stored = stored;
    this.departed = departed;
  }

  void see(Folded folded) {
    var value = folded.value();
    long customer = folded.history().customer();
    if (departed.contains(customer)) {
      return;
    }
    if (value != null && folded.loss() && stored.remove(customer) == null) {
      added.add(new Simulation.Change(customer, new Money(value.year(), value.currency())));
    }
  }

  Simulation.Result result() {
    var removed = new ArrayList<Simulation.Change>();
    stored.forEach((customer, money) -> removed.add(new Simulation.Change(customer, money)));
    added.sort(DEAREST);
    removed.sort(DEAREST);
    return new Simulation.Result(List.copyOf(added), List.copyOf(removed), sums(removed));
  }

  private List<Money> sums(List<Simulation.Change> removed) {
    var sums = new TreeMap<String, BigDecimal>();
    added.forEach(c -> sums.merge(c.money().currency(), c.money().amount(), BigDecimal::add));
    removed.forEach(
        c -> sums.merge(c.money().currency(), c.money().amount().negate(), BigDecimal::add));
    return sums.entrySet().stream().map(e -> new Money(e.getValue(), e.getKey())).toList();
  }
}
