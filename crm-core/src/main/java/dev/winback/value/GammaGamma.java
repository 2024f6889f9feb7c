package dev.winback.value;

import dev.winback.value.Buying.Spend;

/**
 * The Gamma-Gamma model of money per purchase, science.md (8); Fader, Hardie, Lee 2005b and note
 * 025 (2013), equations 1a and 5: amounts of a customer ~ Gamma(p, nu), nu ~ Gamma(q, v). It takes
 * for granted that how often and for how much are independent.
 */
record GammaGamma(double p, double q, double v) {

  /** What a customer without repeats is expected to spend: p v / (q - 1). */
  double mean() {
    return p * v / (q - 1);
  }

  /** E(M | x, m): between the mean of all and his own, the nearer to his own the more he bought. */
  double expected(Spend spend) {
    double x = spend.repeats();
    return p * (v + x * spend.mean()) / (p * x + q - 1);
  }
}
