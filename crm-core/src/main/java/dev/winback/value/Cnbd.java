package dev.winback.value;

/**
 * The model (M)BG/CNBD-k with its parameters: a customer buys with Erlang-k gaps at a rate of his
 * own, lambda ~ Gamma(r, alpha), and leaves after a purchase with a chance of his own, p ~ Beta(a,
 * b). With k = 1 it is the (M)BG/NBD (science.md (1) to (6); Fader, Hardie, Lee 2005a; Batislam et
 * al. 2007; Reutterer et al. 2020). alpha is in weeks.
 */
record Cnbd(DropOut dropOut, int k, double r, double alpha, double a, double b) {

  private static final Buying NEW = new Buying(0, 0, 0, 0, Buying.Spend.NONE);

  /** s = r + kx, the shape of lambda after x repeats. */
  double shape(int repeats) {
    return r + (double) k * repeats;
  }

  /** b + x + d, the second parameter of p after as many purchases without leaving. */
  double stays(int repeats) {
    return b + repeats + dropOut.d();
  }

  /** a / (a + b): the mean chance to leave after a purchase; near 0 the fit is degenerate. */
  double leaves() {
    return a / (a + b);
  }

  /** P(alive), science.md (2) and (5): expit(A3 - A4), so that it keeps its digits near 0. */
  double alive(Buying buying) {
    if (buying.repeats() + dropOut.d() == 0) {
      return 1;
    }
    double odds = (stays(buying.repeats()) - 1) / a;
    return expit(logQuiet(buying, buying.age()) + Math.log(odds));
  }

  /**
   * P(active), science.md (3) and (5): the chance of at least one purchase within so many weeks,
   * exact because p has no part in it before the next purchase.
   */
  double active(Buying buying, double weeks) {
    double quiet = logQuiet(buying, buying.age() + weeks) - logQuiet(buying, buying.age());
    return alive(buying) * -Math.expm1(quiet);
  }

  /** ln Q(u), science.md (5), but for the factor (alpha + t_x)^-s that cancels in every ratio. */
  private double logQuiet(Buying buying, double until) {
    return logQuiet(buying.repeats(), (until - buying.recency()) / (alpha + buying.recency()));
  }

  /** The same by w, the silence in units of alpha + t_x, on which alone it depends besides x. */
  double logQuiet(int repeats, double w) {
    double s = shape(repeats);
    double timing = k == 1 ? 0 : Math.log(Erlang.of(k, s, w / (1 + w)).value());
    return timing - s * Math.log1p(w);
  }

  /** E[Y(h)], science.md (4') and (5): purchases to expect within so many weeks. */
  double expected(Buying buying, double weeks) {
    return alive(buying) * expectedOfAlive(buying, weeks);
  }

  /** The same of a customer who is known to be alive. */
  double expectedOfAlive(Buying buying, double weeks) {
    return k == 1
        ? NbdSeries.expected(this, buying.repeats(), buying.age(), weeks)
        : ErlangSum.expected(this, buying, weeks);
  }

  /** E[X(t)], science.md (4') and (5): repeat purchases of a new customer in his first weeks. */
  double expectedOfNew(double weeks) {
    return expected(NEW, weeks);
  }

  private static double expit(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
