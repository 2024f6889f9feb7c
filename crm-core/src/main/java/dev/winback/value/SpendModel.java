package dev.winback.value;

import dev.winback.value.Buying.Spend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a purchase is expected to bring, in the firm's currency.
 *
 * @param correlation of repeats and mean: above about 0.3 the independence that is taken for
 *     granted does not hold (science.md (8))
 * @param seconds null as long as too few have ordered twice
 */
record SpendModel(
    GammaGamma model,
    double logLikelihood,
    int customers,
    double correlation,
    @Nullable SecondOrders seconds) {

  private static final int ENOUGH = 30;

  /** Empty when too few customers have repeats that brought money. */
  static Optional<SpendModel> of(List<Spend> all, List<SecondOrders.Pair> pairs) {
    var spends = all.stream().filter(s -> s.repeats() > 0).toList();
    if (spends.size() < ENOUGH) {
      return Optional.empty();
    }
    var likelihood = new GammaGammaLikelihood(spends);
    var logs =
        Stream.of(logs(5, 4, 0.6), logs(1, 2, 1))
            .map(start -> Bfgs.minimum(likelihood, start))
            .min(Comparator.comparingDouble(Bfgs.Minimum::value))
            .orElseThrow()
            .point();
    return Optional.of(
        new SpendModel(
            likelihood.model(logs),
            likelihood.logLikelihood(logs),
            spends.size(),
            correlation(spends),
            SecondOrders.of(pairs).orElse(null)));
  }

  private static double[] logs(double p, double q, double v) {
    return new double[] {Math.log(p), Math.log(q - 1), Math.log(v)};
  }

  private static double correlation(List<Spend> spends) {
    var means = new ArrayList<Double>();
    var repeats = new ArrayList<Double>();
    for (var s : spends) {
      repeats.add((double) s.repeats());
      means.add(s.mean());
    }
    return Accuracy.correlation(repeats, means);
  }

  /** What the next purchase of this customer is expected to bring. */
  double expected(Spend spend) {
    return spend.repeats() == 0 && seconds != null
        ? seconds.expected(spend.first())
        : model.expected(spend);
  }
}
