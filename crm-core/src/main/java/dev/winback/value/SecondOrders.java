package dev.winback.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What second orders brought after first ones of about the same size, in five classes of first
 * orders: for one-time buyers, to whom {@link GammaGamma} gives the mean of all whatever they spent
 * (science.md, "Pitfalls", from 200 customers on).
 *
 * @param upTo the largest first order of each class but the last
 * @param means the mean second order of each class
 */
record SecondOrders(List<Double> upTo, List<Double> means) {

  private static final int ENOUGH = 200;
  private static final int CLASSES = 5;

  /** The first two orders of one customer. */
  record Pair(double first, double second) {}

  static Optional<SecondOrders> of(List<Pair> pairs) {
    if (pairs.size() < ENOUGH) {
      return Optional.empty();
    }
    var sorted = pairs.stream().sorted(Comparator.comparingDouble(Pair::first)).toList();
    var upTo = new ArrayList<Double>();
    var means = new ArrayList<Double>();
    for (int i = 0; i < CLASSES; i++) {
      int end = sorted.size() * (i + 1) / CLASSES;
      var members = sorted.subList(sorted.size() * i / CLASSES, end);
      means.add(members.stream().mapToDouble(Pair::second).average().orElseThrow());
      if (i < CLASSES - 1) {
        upTo.add(sorted.get(end - 1).first());
      }
    }
    return Optional.of(new SecondOrders(List.copyOf(upTo), List.copyOf(means)));
  }

  double expected(double first) {
    int i = 0;
    while (i < upTo.size() && first > upTo.get(i)) {
      i++;
    }
    return means.get(i);
  }
}
