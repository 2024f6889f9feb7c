package dev.winback.value;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Prints fits beside the published ones, and how well they foretold the second 39 weeks. */
final class CdnowReport {

  private final String name;
  private final List<PurchaseDays> customers;
  private final List<Buying> cut;
  private final CnbdFit fit;

  private CdnowReport(String name, List<PurchaseDays> customers) {
    this.name = name;
    this.customers = customers;
    cut = Cdnow.until(customers, Cdnow.CALIBRATED);
    fit = CnbdFit.of(new Patterns(cut), DropOut.AFTER_EVERY, 1, LogPrior.NONE);
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    new CdnowReport("CDNOW 1/10", Cdnow.sample())
        .fits(
            "0.2426 4.4136 0.7929 2.4259; -9582.43",
            "0.5248 6.1831 0.8914 1.6140; -9582.14",
            "6.2496 3.7442 15.4435; -4055.92")
        .foretold();
    new CdnowReport("CDNOW", Cdnow.master())
        .fits(
            "0.2516 4.7889 0.7234 2.1611; -95368.44",
            "0.6371 7.3103 0.8075 1.2284; -95336.96",
            "6.2754 3.6245 14.9837; -40763.48")
        .foretold();
    onlineRetail();
    new SpeedReport(Cdnow.master()).print();
  }

  /** A fit that ends on a peak finds that nobody leaves, and says so. */
  private static void onlineRetail() {
    var sampled = OnlineRetail.customers().stream().map(c -> new Sampled(null, c)).toList();
    var fitted = Refit.of(OnlineRetail.END, sampled, 1);
    print("%n## Online Retail: %d customers until %s", fitted.customers(), fitted.day());
    print(
        "%s %s, a/(a+b) %.4f, k=%d, chances: %s",
        fitted.state(),
        fitted.doubts(),
        fitted.parts().ranking().leaves(),
        fitted.parts().timing().k(),
        fitted.parts().chance().source());
  }

  private static void print(String form, Object... figures) {
    System.out.printf(form + "%n", figures);
  }

  private CdnowReport fits(String bg, String mbg, String gammaGamma) {
    print("%n## %s: %d customers, first 39 weeks", name, cut.size());
    var patterns = new Patterns(cut);
    print("BG/NBD      %s", of(CnbdFit.of(patterns, DropOut.AFTER_REPEATS, 1, LogPrior.NONE)));
    print("  published %s", bg);
    print("MBG/NBD     %s", of(fit));
    print("  published %s", mbg);
    double gap = Cut.medianGap(cut);
    var posterior = CnbdFit.of(patterns, DropOut.AFTER_EVERY, 1, LogPrior.around(gap, 1));
    print("  with prior %s", of(posterior));
    print("MBG/CNBD-k  k=%d", CnbdFit.withStages(posterior, patterns, gap).model().k());
    var spend = SpendModel.of(cut.stream().map(Buying::spend).toList(), List.of()).orElseThrow();
    var m = spend.model();
    print(
        "Gamma-Gamma %.4f %.4f %.4f; %.2f (correlation of number and size %.2f)",
        m.p(), m.q(), m.v(), spend.logLikelihood(), spend.correlation());
    print("  published %s", gammaGamma);
    return this;
  }

  private static String of(CnbdFit fit) {
    var m = fit.model();
    return "%.4f %.4f %.4f %.4f; %.2f"
        .formatted(m.r(), m.alpha(), m.a(), m.b(), fit.logLikelihood());
  }

  private void foretold() {
    tracking();
    secondOrders();
    calibration();
    ranking(13);
    ranking(39);
    new LateReport(customers, fit.model()).print();
  }

  private void tracking() {
    for (int weeks : new int[] {13, 26, 39}) {
      double expected = cut.stream().mapToDouble(c -> fit.model().expected(c, weeks)).sum();
      var end = Cdnow.CALIBRATED.plusWeeks(weeks);
      int came =
          customers.stream().mapToInt(c -> c.until(end).repeats()).sum()
              - cut.stream().mapToInt(Buying::repeats).sum();
      int before = cut.stream().mapToInt(Buying::repeats).sum();
      print(
          "weeks 40-%d: %.0f purchase days expected, %d came (%+.1f %%; from week 1 on %+.1f %%)",
          39 + weeks,
          expected,
          came,
          100 * (expected / came - 1),
          100 * ((expected - came) / (before + came)));
    }
  }

  /** What one-time buyers spent the next time: by the mean of all, and by their first order. */
  private void secondOrders() {
    var spends = cut.stream().map(Buying::spend).toList();
    var pairs = customers.stream().map(CdnowReport::pair).filter(p -> p.second() > 0).toList();
    var spend = SpendModel.of(spends, pairs).orElseThrow();
    var later =
        customers.stream()
            .filter(c -> c.until(Cdnow.CALIBRATED).repeats() == 0 && c.second(Cdnow.END) > 0)
            .toList();
    print(
        "%d second orders after it: mean error %.1f by the mean of all, %.1f by the first order",
        later.size(),
        error(later, first -> spend.model().mean()),
        error(later, first -> spend.expected(first)));
  }

  private static SecondOrders.Pair pair(PurchaseDays customer) {
    double first = customer.until(Cdnow.CALIBRATED).spend().first();
    return new SecondOrders.Pair(first, first > 0 ? second(customer) : 0);
  }

  private static double error(List<PurchaseDays> later, ToDoubleFunction<Buying.Spend> expected) {
    return later.stream()
        .mapToDouble(
            c ->
                Math.abs(
                    c.second(Cdnow.END)
                        - expected.applyAsDouble(c.until(Cdnow.CALIBRATED).spend())))
        .average()
        .orElseThrow();
  }

  private static double second(PurchaseDays customer) {
    return customer.second(Cdnow.CALIBRATED);
  }

  private void calibration() {
    var sampled = customers.stream().map(c -> new Sampled(null, c)).toList();
    var fitted = Refit.of(Cdnow.END, sampled, 1);
    var test = fitted.backTest();
    print("back-test of the last 13 weeks: %s", fitted.state());
    scores("everybody", test.all());
    scores("silent for 13 weeks", test.silent());
    test.bins()
        .forEach(
            bin ->
                print(
                    "  %d customers: promised %.1f %%, came %.1f %%",
                    bin.customers(), 100 * bin.promised(), 100 * bin.came()));
  }

  private static void scores(String who, BackTest.Score s) {
    print(
        "  %s: log-loss of a constant %.4f, bare model %.4f, calibrated %.4f; AUC %.3f, %.3f",
        who, s.lossOfConstant(), s.lossOfModel(), s.loss(), s.aucOfModel(), s.auc());
  }

  /** Who buys in the weeks after the cut: the calibration was learned 13 weeks before it. */
  private void ranking(int weeks) {
    var end = Cdnow.CALIBRATED.plusWeeks(weeks);
    var came = new boolean[cut.size()];
    IntStream.range(0, came.length)
        .forEach(i -> came[i] = customers.get(i).boughtBetween(Cdnow.CALIBRATED, end));
    var earlier = earlier();
    double gap = Cut.medianGap(cut);
    var learned = Calibration.learn(earlier.features(), earlier.came(), true);
    print(
        "AUC for a purchase in %d weeks: P(active) %.3f, calibrated %.3f, P(alive) %.3f, fixed days %.3f, own rhythm %.3f",
        weeks,
        auc(c -> fit.model().active(c, weeks), came),
        auc(c -> learned.chance(Calibration.features(c, fit.model().active(c, 13), gap)), came),
        auc(c -> fit.model().alive(c), came),
        auc(c -> -c.silence(), came),
        auc(c -> -c.silence() / (c.repeats() == 0 ? gap : c.recency() / c.repeats()), came));
  }

  private Cut earlier() {
    return Cut.at(Cdnow.CALIBRATED.minusWeeks(13), customers, fit.model());
  }

  private interface Score {
    double of(Buying buying);
  }

  private double auc(Score score, boolean[] came) {
    return Accuracy.auc(cut.stream().mapToDouble(score::of).toArray(), came);
  }
}
