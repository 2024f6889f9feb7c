package dev.winback.value;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the model and its calibration would have said 13 weeks ago, learned from the 13 weeks
 * before, against what came (science.md, "Calibration layer").
 *
 * @param baseRateBefore the share that bought in the 13 weeks before, which is the constant
 * @param silent those who had been silent for 13 weeks; their constant is their own share before
 * @param bins ten groups of everybody by their chance
 */
public record BackTest(double baseRateBefore, Score all, Score silent, List<ReliabilityBin> bins) {

  /**
   * One group of customers; 0 customers say nothing.
   *
   * @param baseRate the share that bought
   * @param lossOfConstant the log-loss of one chance for all, {@code loss} of the calibrated one,
   *     {@code lossOfModel} of the bare P(active): the smaller, the better
   * @param auc how often a buyer stood above one who did not buy; 0.5 by chance
   */
  public record Score(
      int customers,
      double baseRate,
      double lossOfConstant,
      double loss,
      double lossOfModel,
      double auc,
      double aucOfModel) {}

  /** The mean chance that everybody was promised. */
  public double promised() {
    double sum = 0;
    for (var bin : bins) {
      sum += bin.promised() * bin.customers();
    }
    return sum / all.customers();
  }

  static BackTest of(Cut before, Cut last) {
    var calibration = Calibration.learn(before.features(), before.came(), true);
    var chances = last.chances(calibration);
    var active = last.active();
    var everybody = IntStream.range(0, chances.length).toArray();
    var silent = silent(last);
    return new BackTest(
        before.baseRate(),
        score(everybody, before.baseRate(), chances, active, last.came()),
        score(silent, rate(before, silent(before)), chances, active, last.came()),
        Accuracy.bins(chances, last.came()));
  }

  private static int[] silent(Cut cut) {
    return IntStream.range(0, cut.buyings().size())
        .filter(i -> cut.buyings().get(i).silence() >= Chance.WEEKS)
        .toArray();
  }

  private static double rate(Cut cut, int[] members) {
    return members.length == 0 ? cut.baseRate() : Accuracy.rate(pick(cut.came(), members));
  }

  private static Score score(
      int[] members, double constant, double[] chances, double[] active, boolean[] all) {
    if (members.length == 0) {
      return new Score(0, 0, 0, 0, 0, 0, 0);
    }
    var came = pick(all, members);
    var calibrated = pick(chances, members);
    var bare = pick(active, members);
    var same = new double[members.length];
    Arrays.fill(same, constant);
    return new Score(
        members.length,
        Accuracy.rate(came),
        Accuracy.logLoss(same, came),
        Accuracy.logLoss(calibrated, came),
        Accuracy.logLoss(bare, came),
        Accuracy.auc(calibrated, came),
        Accuracy.auc(bare, came));
  }

  private static double[] pick(double[] values, int[] members) {
    return Arrays.stream(members).mapToDouble(i -> values[i]).toArray();
  }

  private static boolean[] pick(boolean[] values, int[] members) {
    var picked = new boolean[members.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = values[members[i]];
    }
    return picked;
  }
}
