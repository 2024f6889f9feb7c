package dev.winback.value;

/**
 * The polynomial S2 of the Erlang-k gaps (science.md (5); Reutterer, Platzer, Schroeder 2020): the
 * sum over j &lt; k of (s)_j / j! · z^j, with s = r + kx and z the share of the silence in alpha +
 * T. It is 1 for k = 1.
 *
 * @param value S2
 * @param byShape its derivative by s
 * @param byShare z times its derivative by z
 */
record Erlang(double value, double byShape, double byShare) {

  private static final Erlang ONE = new Erlang(1, 0, 0);

  double log() {
    return this == ONE ? 0 : Math.log(value);
  }

  static Erlang of(int k, double s, double z) {
    if (k == 1) {
      return ONE;
    }
    double term = 1;
    double rates = 0;
    double value = 1;
    double byShape = 0;
    double byShare = 0;
    for (int j = 1; j < k; j++) {
      term *= (s + j - 1) / j * z;
      rates += 1 / (s + j - 1);
      value += term;
      byShape += term * rates;
      byShare += term * j;
    }
    return new Erlang(value, byShape, byShare);
  }
}
