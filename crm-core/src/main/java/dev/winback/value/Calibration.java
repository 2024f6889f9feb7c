package dev.winback.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The calibration layer of science.md: a ridge regression of "bought in the next 13 weeks" on logit
 * P(active), ln recency, ln(1 + x), ln T and ln(recency / gap), learned at a cut in the past.
 * Features are standardised, their coefficients have a prior of sd 1.
 *
 * @param withModel false: without P(active), when the model is not to be trusted
 */
record Calibration(
    boolean withModel, List<Double> centre, List<Double> scale, List<Double> coefficients) {

  /** P(active) of a heavy buyer can be 1e-10; beyond this its logit says nothing more. */
  private static final double LEAST = 1e-4;

  /** A day, so that ln of "today" is a number. */
  private static final double DAY = 1 / Buying.WEEK;

  /** The features of a customer; his gap is drawn to the median of all by one gap. */
  static double[] features(Buying buying, double active, double medianGap) {
    double p = Math.max(LEAST, Math.min(1 - LEAST, active));
    double recency = Math.log(buying.silence() + DAY);
    double gap = (buying.recency() + medianGap) / (buying.repeats() + 1);
    return new double[] {
      Math.log(p / (1 - p)),
      recency,
      Math.log1p(buying.repeats()),
      Math.log(buying.age() + DAY),
      recency - Math.log(gap)
    };
  }

  static Calibration learn(double[][] features, boolean[] came, boolean withModel) {
    int first = withModel ? 0 : 1;
    var centre = new ArrayList<Double>();
    var scale = new ArrayList<Double>();
    for (int k = first; k < features[0].length; k++) {
      double mean = mean(features, k);
      centre.add(mean);
      scale.add(sd(features, k, mean));
    }
    var empty = new Calibration(withModel, centre, scale, List.of());
    var rows = new double[features.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = empty.standardised(features[i]);
    }
    var learned = LogisticRegression.learn(priors(centre.size()), rows, came);
    var coefficients =
        IntStream.rangeClosed(0, centre.size()).mapToObj(learned::coefficient).toList();
    return new Calibration(withModel, centre, scale, coefficients);
  }

  private static double mean(double[][] rows, int k) {
    double sum = 0;
    for (var row : rows) {
      sum += row[k];
    }
    return sum / rows.length;
  }

  /** 1 for a feature that is the same for all: it then counts as 0. */
  private static double sd(double[][] rows, int k, double mean) {
    double sum = 0;
    for (var row : rows) {
      sum += (row[k] - mean) * (row[k] - mean);
    }
    double sd = Math.sqrt(sum / rows.length);
    return sd < 1e-9 ? 1 : sd;
  }

  private static List<Prior> priors(int features) {
    var priors = new ArrayList<Prior>();
    priors.add(new Prior("intercept", 0, 10));
    for (int k = 0; k < features; k++) {
      priors.add(new Prior("feature " + k, 0, 1));
    }
    return priors;
  }

  private double[] standardised(double[] features) {
    int first = withModel ? 0 : 1;
    var row = new double[centre.size() + 1];
    row[0] = 1;
    for (int k = 0; k < centre.size(); k++) {
      row[k + 1] = (features[k + first] - centre.get(k)) / scale.get(k);
    }
    return row;
  }

  double chance(double[] features) {
    var row = standardised(features);
    double eta = 0;
    for (int k = 0; k < row.length; k++) {
      eta += row[k] * coefficients.get(k);
    }
    return LogisticRegression.chance(eta);
  }
}
