package dev.winback.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How well chances agreed with what came. */
final class Accuracy {

  /** A chance is never quite 0 or 1: one surprise would outweigh everything. */
  private static final double LEAST = 1e-9;

  private Accuracy() {}

  /** The mean of -ln(the chance given to what came): the smaller, the better. */
  static double logLoss(double[] chances, boolean[] came) {
    double sum = 0;
    for (int i = 0; i < chances.length; i++) {
      double p = Math.max(LEAST, Math.min(1 - LEAST, chances[i]));
      sum -= Math.log(came[i] ? p : 1 - p);
    }
    return sum / chances.length;
  }

  static double rate(boolean[] came) {
    int sum = 0;
    for (var c : came) {
      sum += c ? 1 : 0;
    }
    return sum / (double) came.length;
  }

  /**
   * The area under the ROC curve: how often who came stands above who did not, 0.5 by chance (Mann,
   * Whitney 1947) or where all or none came.
   */
  static double auc(double[] scores, boolean[] came) {
    var order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .toList();
    double ranks = 0;
    double yes = 0;
    for (int i = 0; i < order.size(); ) {
      int end = i + 1;
      while (end < order.size() && scores[order.get(end)] == scores[order.get(i)]) {
        end++;
      }
      for (int j = i; j < end; j++) {
        if (came[order.get(j)]) {
          yes++;
          ranks += (i + end + 1) / 2.0;
        }
      }
      i = end;
    }
    double no = order.size() - yes;
    return yes == 0 || no == 0 ? 0.5 : (ranks - yes * (yes + 1) / 2) / (yes * no);
  }

  /**
   * Customers in ten groups of equal size by their chance, with what was promised and what came.
   */
  static List<ReliabilityBin> bins(double[] chances, boolean[] came) {
    var order =
        IntStream.range(0, chances.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> chances[i]))
            .toList();
    var bins = new ArrayList<ReliabilityBin>();
    for (int bin = 0; bin < 10; bin++) {
      var members = order.subList(order.size() * bin / 10, order.size() * (bin + 1) / 10);
      if (!members.isEmpty()) {
        bins.add(
            new ReliabilityBin(
                members.size(),
                members.stream().mapToDouble(i -> chances[i]).average().orElseThrow(),
                members.stream().mapToInt(i -> came[i] ? 1 : 0).average().orElseThrow()));
      }
    }
    return bins;
  }

  /** Pearson's; 0 when one of the two is always the same. */
  static double correlation(List<Double> a, List<Double> b) {
    double meanA = a.stream().mapToDouble(d -> d).average().orElse(0);
    double meanB = b.stream().mapToDouble(d -> d).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.size(); i++) {
      ab += (a.get(i) - meanA) * (b.get(i) - meanB);
      aa += (a.get(i) - meanA) * (a.get(i) - meanA);
      bb += (b.get(i) - meanB) * (b.get(i) - meanB);
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }
}
