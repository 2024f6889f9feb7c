package dev.winback.value;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** Prints the processor time of fits and of single customers, after a warm-up. */
final class SpeedReport {

  private static final int ROUNDS = 15;

  private final List<PurchaseDays> customers;
  private final List<Buying> buyings;
  private double sink;

  SpeedReport(List<PurchaseDays> customers) {
    this.customers = customers;
    buyings = Cdnow.until(customers, Cdnow.CALIBRATED);
  }

  void print() {
    var patterns = new Patterns(buyings);
    var fit = CnbdFit.of(patterns, DropOut.AFTER_EVERY, 1, LogPrior.around(7, 1));
    System.out.printf("%n## CPU, %d customers (%d patterns)%n", buyings.size(), patterns.size);
    time("MBG/NBD, three starts, from the customers", () -> mbg(buyings));
    time("of it the counting of patterns", () -> new Patterns(buyings).customers);
    time("MBG/NBD, one start", () -> near(fit.model(), patterns));
    time("k by likelihood after it", () -> CnbdFit.withStages(fit, patterns, 7).slope());
    time("MBG/NBD of a tenth, three starts", () -> mbg(buyings.subList(0, buyings.size() / 10)));
    time("Gamma-Gamma", this::gammaGamma);
    var sampled = customers.stream().map(c -> new Sampled(null, c)).toList();
    time("the whole refit with its back-test", () -> Refit.of(Cdnow.END, sampled, 1).repeaters());
    single(new BuyingModel(Refit.of(Cdnow.END, sampled, 1)));
  }

  private static double mbg(List<Buying> buyings) {
    return CnbdFit.of(new Patterns(buyings), DropOut.AFTER_EVERY, 1, LogPrior.around(7, 1)).slope();
  }

  private static double near(Cnbd model, Patterns patterns) {
    var likelihood = new CnbdLikelihood(patterns, DropOut.AFTER_EVERY, 1);
    return Bfgs.minimum(likelihood, new double[] {0, Math.log(3), 0, Math.log(3)}).slope();
  }

  private double gammaGamma() {
    var spends = buyings.stream().map(Buying::spend).toList();
    return SpendModel.of(spends, List.of()).orElseThrow().logLikelihood();
  }

  private void single(BuyingModel model) {
    var terms = ValueTerms.DEFAULT;
    each("lateDays", b -> model.lateDays(b.repeats(), b.recency(), BuyingModel.LATE));
    each("active, calibrated", model::active);
    each("expectedPurchases of 52 weeks", b -> model.expectedPurchases(b, 52));
    each("lifetimeValue", b -> model.lifetimeValue(b, terms).orElse(0));
    each("valueOfReturn", b -> model.valueOfReturn(b, terms, 1).orElse(0));
  }

  private interface Work {
    double run();
  }

  private interface One {
    double of(Buying buying);
  }

  private void each(String what, One one) {
    var figures = measure(() -> buyings.stream().mapToDouble(one::of).sum());
    print(what + ", a customer", figures, 1e6 / buyings.size(), "ns");
  }

  private void time(String what, Work work) {
    print(what, measure(work), 1, "ms");
  }

  private static void print(String what, double[] figures, double factor, String unit) {
    System.out.printf(
        "%s: best %.1f, median %.1f %s%n",
        what, figures[0] * factor, figures[figures.length / 2] * factor, unit);
  }

  /** Milliseconds of this thread, sorted; the first half of the rounds warms up. */
  private double[] measure(Work work) {
    var figures = new double[ROUNDS];
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      sink += work.run();
      if (i >= 0) {
        figures[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6;
      }
    }
    Arrays.sort(figures);
    return figures;
  }
}
