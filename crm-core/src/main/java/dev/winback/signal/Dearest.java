package dev.winback.signal;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Counts customers and keeps those who bring most: however many pass, only so many are held. */
final class Dearest {

  /** The dearest first; customers alike in the order of their keys. */
  static final Comparator<Simulation.Change> FIRST =
      Comparator.comparing((Simulation.Change change) -> change.money().amount())
          .reversed()
          .thenComparing(Simulation.Change::customer);

  private final PriorityQueue<Simulation.Change> kept = new PriorityQueue<>(FIRST.reversed());
  private final int most;
  private int count;

  Dearest(int most) {
    this.most = most;
  }

  void add(Simulation.Change change) {
    count++;
    kept.add(change);
    if (kept.size() > most) {
      kept.remove();
    }
  }

  int count() {
    return count;
  }

  List<Simulation.Change> all() {
    return kept.stream().sorted(FIRST).toList();
  }
}
