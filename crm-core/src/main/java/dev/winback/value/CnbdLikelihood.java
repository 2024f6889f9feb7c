package dev.winback.value;

import org.hipparchus.special.Gamma;

/**
 * The log-likelihood of the (M)BG/CNBD-k with its gradient, science.md (1) and (5): Fader, Hardie,
 * Lee 2005a in the stable form of Fader, Hardie 2013 (note 027, equation 4), for Erlang-k gaps
 * after Reutterer et al. 2020. As an objective it is the negative mean of a customer in
 * log-parameters, so that one tolerance fits all sizes.
 */
final class CnbdLikelihood implements Bfgs.Objective {

  private final Patterns patterns;
  private final DropOut dropOut;
  private final int k;
  private final double constant;

  CnbdLikelihood(Patterns patterns, DropOut dropOut, int k) {
    this.patterns = patterns;
    this.dropOut = dropOut;
    this.k = k;
    constant = (k - 1) * patterns.logGaps - patterns.totalRepeats() * Gamma.logGamma(k);
  }

  Cnbd model(double[] logs) {
    return new Cnbd(
        dropOut, k, Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
  }

  @Override
  public double at(double[] logs, double[] gradient) {
    var sum = new Sum(model(logs));
    double likelihood = sum.logLikelihood();
    for (int i = 0; i < 4; i++) {
      gradient[i] = -sum.gradient[i] * Math.exp(logs[i]) / patterns.customers;
    }
    return -likelihood / patterns.customers;
  }

  double logLikelihood(Cnbd model) {
    return new Sum(model).logLikelihood();
  }

  /** One evaluation; the gradient is by r, alpha, a and b. */
  private final class Sum {

    private final Cnbd model;
    private final double logAlpha;
    final double[] gradient = new double[4];

    Sum(Cnbd model) {
      this.model = model;
      logAlpha = Math.log(model.alpha());
    }

    double logLikelihood() {
      double sum = constant + patterns.customers * common();
      for (var e : patterns.byRepeats.entrySet()) {
        sum += e.getValue() * byRepeats(e.getKey(), e.getValue());
      }
      for (int i = 0; i < patterns.size; i++) {
        sum += byTimes(i);
      }
      return sum;
    }

    /** What is the same for all. */
    private double common() {
      double ab = Gamma.digamma(model.a() + model.b());
      add(0, logAlpha - Gamma.digamma(model.r()));
      add(1, model.r() / model.alpha());
      add(2, ab);
      add(3, ab - Gamma.digamma(model.b()));
      return model.r() * logAlpha
          - Gamma.logGamma(model.r())
          + Gamma.logGamma(model.a() + model.b())
          - Gamma.logGamma(model.b());
    }

    private void add(int i, double slope) {
      gradient[i] += patterns.customers * slope;
    }

    private double byRepeats(int repeats, int count) {
      double s = model.shape(repeats);
      double stays = model.stays(repeats);
      double all = Gamma.digamma(model.a() + stays);
      gradient[0] += count * Gamma.digamma(s);
      gradient[2] -= count * all;
      gradient[3] += count * (Gamma.digamma(stays) - all);
      return Gamma.logGamma(s) + Gamma.logGamma(stays) - Gamma.logGamma(model.a() + stays);
    }

    private double byTimes(int i) {
      var term = new Term(model, patterns.repeats[i], patterns.recency[i], patterns.age[i]);
      term.slopes(model, patterns.weight[i], gradient);
      return patterns.weight[i] * term.value;
    }
  }

  /** logsumexp(A3, A4): alive to this day, or gone after the last purchase. */
  private static final class Term {

    private final double s;
    private final double stays;
    private final double now;
    private final double logNow;
    private final double last;
    private final double logLast;
    private final Erlang timing;
    private final double alive;
    private final double gone;
    final double value;

    Term(Cnbd model, int repeats, double recency, double age) {
      s = model.shape(repeats);
      stays = model.stays(repeats) - 1;
      now = model.alpha() + age;
      logNow = Math.log(now);
      last = model.alpha() + recency;
      logLast = recency == age ? logNow : Math.log(last);
      timing = Erlang.of(model.k(), s, (now - last) / now);
      double logAlive = timing.log() - s * logNow;
      double logGone = Math.log(model.a() / stays) - s * logLast;
      boolean stayed = repeats + model.dropOut().d() == 0;
      double odds = stayed ? Double.NEGATIVE_INFINITY : logGone - logAlive;
      double less = Math.exp(-Math.abs(odds));
      alive = (odds > 0 ? less : 1) / (1 + less);
      gone = (odds > 0 ? 1 : less) / (1 + less);
      value = (odds > 0 ? logGone : logAlive) + Math.log1p(less);
    }

    void slopes(Cnbd model, double weight, double[] gradient) {
      double w3 = weight * alive;
      double w4 = weight * gone;
      gradient[0] += w3 * (timing.byShape() / timing.value() - logNow) - w4 * logLast;
      gradient[1] -= w3 * (s + timing.byShare() / timing.value()) / now + w4 * s / last;
      if (w4 > 0) {
        gradient[2] += w4 / model.a();
        gradient[3] -= w4 / stays;
      }
    }
  }
}
