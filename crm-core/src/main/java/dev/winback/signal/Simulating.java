package dev.winback.signal;

import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares the fold under other limits with what is stored. */
final class Simulating {

  private static final Comparator<Simulation.Change> DEAREST =
      Comparator.comparing((Simulation.Change change) -> change.money().amount())
          .reversed()
          .thenComparing(Simulation.Change::customer);

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

  Simulating(Map<Long, Loss> stored, Set<Long> departed, LocalDate day) {
    this.stored = stored;
    this.departed = departed;
    this.day = day;
  }

  void see(Folded folded) {
    var value = folded.value();
    var lostFrom = folded.lostFrom();
    long customer = folded.history().customer();
    if (value != null && lostFrom.isPresent() && !departed.contains(customer)) {
      var change = new Simulation.Change(customer, new Money(value.year(), value.currency()));
      see(change, lost(lostFrom.get()), stored.remove(customer));
    }
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
        sorted(added), sorted(removed), sorted(lost), sorted(late), sums(removed));
  }

  private static List<Simulation.Change> sorted(List<Simulation.Change> changes) {
    return changes.stream().sorted(DEAREST).toList();
  }

  private List<Money> sums(List<Simulation.Change> removed) {
    var sums = new TreeMap<String, BigDecimal>();
    added.forEach(c -> sums.merge(c.money().currency(), c.money().amount(), BigDecimal::add));
    removed.forEach(
        c -> sums.merge(c.money().currency(), c.money().amount().negate(), BigDecimal::add));
    return sums.entrySet().stream().map(e -> new Money(e.getValue(), e.getKey())).toList();
  }
}
