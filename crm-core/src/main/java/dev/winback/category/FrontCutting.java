package dev.winback.category;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds where A ends by each criterion, in the passes of the night that finds all limits. */
final class FrontCutting {

  private final List<Order> orders;
  private final int[] inFront = new int[Criterion.values().length];
  private final long[] brings = new long[inFront.length];

  FrontCutting() {
    orders =
        Arrays.stream(Criterion.values())
            .map(criterion -> new Order(m -> m.year(criterion)))
            .toList();
  }

  Order order(Criterion criterion) {
    return orders.get(criterion.ordinal());
  }

  void see(Months m) {
    orders.forEach(order -> order.see(m));
  }

  /** Where the share of the sum ends by each of them. */
  List<Edge> edges(int share) {
    return orders.stream().map(Order::sorted).map(o -> Edge.at(o, o.ofSum(share))).toList();
  }

  /** A pass of its own: what is in front is known when the edges are. */
  Fronts fronts(Ranking ranking, List<Cut> cuts) {
    ranking.each(m -> count(m, cuts));
    var found = new ArrayList<Front>();
    for (int i = 0; i < inFront.length; i++) {
      var order = orders.get(i);
      found.add(new Front(cuts.get(i), order.count(), order.sum(), inFront[i], brings[i]));
    }
    return new Fronts(found);
  }

  private void count(Months m, List<Cut> cuts) {
    for (int i = 0; i < inFront.length; i++) {
      long value = orders.get(i).value(m);
      if (cuts.get(i).takes(value, m.customer)) {
        inFront[i]++;
        brings[i] += value;
      }
    }
  }
}
