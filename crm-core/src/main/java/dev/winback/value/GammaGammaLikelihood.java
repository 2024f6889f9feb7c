package dev.winback.value;

import dev.winback.value.Buying.Spend;
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

  private final List<Spend> spends;
  private final double unit;
  private final Map<Integer, Integer> byRepeats = new TreeMap<>();

  /** Of customers with repeats that brought money. */
  GammaGammaLikelihood(List<Spend> spends) {
    this.spends = spends;
    unit = spends.stream().mapToDouble(Spend::mean).average().orElseThrow();
    spends.forEach(s -> byRepeats.merge(s.repeats(), 1, Integer::sum));
  }

  /** In the currency again. */
  GammaGamma model(double[] logs) {
    return new GammaGamma(Math.exp(logs[0]), 1 + Math.exp(logs[1]), Math.exp(logs[2]) * unit);
  }

  /** Of amounts in the currency, whose density is that of the scaled ones by the unit. */
  double logLikelihood(double[] logs) {
    return -spends.size() * (at(logs, new double[3]) + Math.log(unit));
  }

  @Override
  public double at(double[] logs, double[] gradient) {
    double p = Math.exp(logs[0]);
    double q = 1 + Math.exp(logs[1]);
    double v = Math.exp(logs[2]);
    var slopes = new double[3];
    double sum = byRepeats(p, q, slopes);
    for (var spend : spends) {
      sum += byMean(spend.repeats(), spend.mean() / unit, p, q, v, slopes);
    }
    gradient[0] = -slopes[0] * p / spends.size();
    gradient[1] = -slopes[1] * (q - 1) / spends.size();
    gradient[2] = -slopes[2] * v / spends.size();
    return -sum / spends.size();
  }

  private double byRepeats(double p, double q, double[] slopes) {
    double sum = -spends.size() * Gamma.logGamma(q);
    slopes[1] -= spends.size() * Gamma.digamma(q);
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

  private static double byMean(int x, double m, double p, double q, double v, double[] slopes) {
    double logMean = Math.log(m);
    double logV = Math.log(v);
    double all = x * m + v;
    double logAll = Math.log(all);
    slopes[0] += x * (logMean - logAll);
    slopes[1] += logV - logAll;
    slopes[2] += q / v - (p * x + q) / all;
    return q * logV + (p * x - 1) * logMean - (p * x + q) * logAll;
  }
}
