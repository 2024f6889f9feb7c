package dev.winback.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Customers counted by their (x, t_x, T): one-time buyers of one day are one pattern, and what
 * depends on x alone is computed once for all who have it. On CDNOW 23,570 customers are 10,000
 * patterns with 26 different x.
 */
final class Patterns {

  private record Key(int repeats, double recency, double age) {}

  final int customers;
  final int size;
  final int[] repeats;
  final double[] recency;
  final double[] age;
  final double[] weight;

  /** How many customers have so many repeats. */
  final Map<Integer, Integer> byRepeats;

  /** The sum of ln(gap) over all customers. */
  final double logGaps;

  Patterns(List<Buying> buyings) {
    var counts = new LinkedHashMap<Key, Integer>();
    byRepeats = new TreeMap<>();
    for (var b : buyings) {
      counts.merge(new Key(b.repeats(), b.recency(), b.age()), 1, Integer::sum);
      byRepeats.merge(b.repeats(), 1, Integer::sum);
    }
    customers = buyings.size();
    logGaps = buyings.stream().mapToDouble(Buying::logGaps).sum();
    size = counts.size();
    var keys = List.copyOf(counts.keySet());
    repeats = keys.stream().mapToInt(Key::repeats).toArray();
    recency = keys.stream().mapToDouble(Key::recency).toArray();
    age = keys.stream().mapToDouble(Key::age).toArray();
    weight = keys.stream().mapToDouble(counts::get).toArray();
  }

  /** T of the customer in the middle. */
  double medianAge() {
    var ages = new TreeMap<Double, Double>();
    for (int i = 0; i < size; i++) {
      ages.merge(age[i], weight[i], Double::sum);
    }
    double seen = 0;
    for (var e : ages.entrySet()) {
      seen += e.getValue();
      if (2 * seen >= customers) {
        return e.getKey();
      }
    }
    return 0;
  }

  /** All repeats together. */
  double totalRepeats() {
    return byRepeats.entrySet().stream().mapToDouble(e -> e.getKey() * (double) e.getValue()).sum();
  }
}
