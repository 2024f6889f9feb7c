package dev.winback.value;

/**
 * Expected purchases of a living customer under the (M)BG/NBD, science.md (4'): equation 10 of
 * Fader, Hardie, Lee 2005a after Euler's transformation, which takes away the overflow of 2F1 at
 * large x and the poles at a = 1 and at a + b + x + d = 1.
 */
final class NbdSeries {

  private static final int TERMS = 200_000;
  private static final double NOTHING = 1e-17;

  private NbdSeries() {}

  static double expected(Cnbd model, int repeats, double age, double weeks) {
    double end = model.alpha() + age + weeks;
    double shrunk = -Math.log1p(weeks / (model.alpha() + age));
    double e = model.a() - 1;
    double phi = Math.abs(e) < 1e-12 ? shrunk : Math.expm1(e * shrunk) / e;
    double all = model.a() + model.stays(repeats) - 1;
    return -all * phi - Math.exp(e * shrunk) * sum(model, all, weeks / end);
  }

  private static double sum(Cnbd model, double all, double z) {
    double rest = model.a() + model.b() + model.dropOut().d() - 1 - model.r();
    double term = rest * z;
    double sum = term;
    for (int n = 1; n < TERMS; n++) {
      if (Math.abs(term) <= NOTHING * Math.abs(sum) && n > Math.abs(rest)) {
        break;
      }
      term *= (rest + n) * (model.a() + n - 1) / ((all + n) * (n + 1)) * z;
      sum += term;
    }
    return sum;
  }
}
