package dev.winback.value;

import dev.winback.value.Buying.Spend;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.special.Gamma;

/**
 * The log-likelihood of {@link GammaGamma} with its gradient, science.md (8), as an objective in ln
 * p, ln (q - 1) and ln v: q stays above 1, or means would be negative. Amounts are in units of
 * their mean.
 */
final class GammaGammaLikelihood implements Bfgs.Objective {

  private final int customers;
  private final int[] repeats;
  private final double[] means;
  private final double[] logMeans;
  private final double unit;
  private final Map<Integer, Integer> byRepeats = new TreeMap<>();

  /** Of customers with repeats that brought money. */
  GammaGammaLikelihood(List<Spend> spends) {
    customers = spends.size();
    unit = spends.stream().mapToDouble(Spend::mean).average().orElseThrow();
    repeats = spends.stream().mapToInt(Spend::repeats).toArray();
    means = spends.stream().mapToDouble(s -> s.mean() / unit).toArray();
    logMeans = Arrays.stream(means).map(Math::log).toArray();
    spends.forEach(s -> byRepeats.merge(s.repeats(), 1, Integer::sum));
  }

  /** In the currency again. */
  GammaGamma model(double[] logs) {
    return new GammaGamma(Math.exp(logs[0]), 1 + Math.exp(logs[1]), Math.exp(logs[2]) * unit);
  }

  /** Of amounts in the currency, whose density is that of the scaled ones by the unit. */
  double logLikelihood(double[] logs) {
    return -customers * (at(logs, new double[3]) + Math.log(unit));
  }

  @Override
  public double at(double[] logs, double[] gradient) {
    double p = Math.exp(logs[0]);
    double q = 1 + Math.exp(logs[1]);
    double v = Math.exp(logs[2]);
    var slopes = new double[3];
    double sum = common(q, logs[2], v, slopes) + byRepeats(p, q, slopes) + byMeans(p, q, v, slopes);
    gradient[0] = -slopes[0] * p / customers;
    gradient[1] = -slopes[1] * (q - 1) / customers;
    gradient[2] = -slopes[2] * v / customers;
    return -sum / customers;
  }

  private double common(double q, double logV, double v, double[] slopes) {
    slopes[1] += customers * (logV - Gamma.digamma(q));
    slopes[2] += customers * q / v;
    return customers * (q * logV - Gamma.logGamma(q));
  }

  private double byRepeats(double p, double q, double[] slopes) {
    double sum = 0;
    for (var e : byRepeats.entrySet()) {
      double x = e.getKey();
      int count = e.getValue();
      double all = Gamma.digamma(p * x + q);
      slopes[0] += count * x * (all - Gamma.digamma(p * x) + Math.log(x));
      slopes[1] += count * all;
      sum += count * (Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) + p * x * Math.log(x));
    }
    return sum;
  }

  private double byMeans(double p, double q, double v, double[] slopes) {
    double sum = 0;
    for (int i = 0; i < customers; i++) {
      double x = repeats[i];
      double all = x * means[i] + v;
      double logAll = Math.log(all);
      slopes[0] += x * (logMeans[i] - logAll);
      slopes[1] -= logAll;
      slopes[2] -= (p * x + q) / all;
      sum += (p * x - 1) * logMeans[i] - (p * x + q) * logAll;
    }
    return sum;
  }
}
