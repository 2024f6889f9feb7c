package dev.winback.value;

/**
 * What is thought of the parameters before any data: independent Gaussians on their logarithms
 * (science.md, "Degenerate fits": it saves fits of fewer than 300 customers and costs nothing at
 * 1,000).
 */
record LogPrior(double[] centre, double sd) {

  /** Maximum likelihood, which published fits are. */
  static final LogPrior NONE = new LogPrior(new double[4], Double.POSITIVE_INFINITY);

  /**
   * r = 0.7, a = 0.7, b = 2.1 and alpha = the median gap; with k stages the rate of one is k times
   * as high, so alpha is the k-th part.
   */
  static LogPrior around(double medianGap, int k) {
    return new LogPrior(
        new double[] {Math.log(0.7), Math.log(medianGap / k), Math.log(0.7), Math.log(2.1)}, 1);
  }

  /** Adds the penalty of one customer among so many to the gradient and answers it. */
  double penalty(double[] logs, double[] gradient, int customers) {
    double penalty = 0;
    for (int i = 0; i < logs.length; i++) {
      double off = (logs[i] - centre[i]) / sd;
      penalty += off * off / 2;
      gradient[i] += off / sd / customers;
    }
    return penalty / customers;
  }
}
