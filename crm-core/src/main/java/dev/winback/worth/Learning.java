package dev.winback.worth;

import dev.winback.customer.CustomerId;
import dev.winback.value.Buying;
import dev.winback.value.BuyingModel;
import dev.winback.value.ChanceSource;
import dev.winback.value.LogisticRegression;
import dev.winback.value.Posterior;
import dev.winback.value.Prior;
import dev.winback.value.ReliabilityBin;
import dev.winback.value.Values;
import dev.winback.value.Values.OnDay;
import dev.winback.value.WinBackPriors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Learns from the firm's own outcomes what raises the chance of a return: Bayesian logistic
 * regression that begins at the published figures (science.md, "Learning"). The chance without us
 * is that of the evening before the customer was first asked.
 */
@Component
class Learning {

  /** Twice the weeks of an outcome: those before it are known, those after it can be compared. */
  private static final int HALF_A_YEAR = 26;

  private final Cases cases;
  private final Values values;

  Learning(Cases cases, Values values) {
    this.cases = cases;
    this.values = values;
  }

  /** From all that ended before this day; the means are those of the cases given. */
  WinBackFit learn(
      BuyingModel model,
      LocalDate day,
      List<Outcome> outcomes,
      List<CaseRow> measured,
      Offering offering) {
    boolean calibrated = model.chanceSource() == ChanceSource.CALIBRATED;
    var priors = WinBackPriors.table(calibrated);
    int returned = (int) outcomes.stream().filter(Outcome::returned).count();
    return new WinBackFit(
        day,
        returned,
        calibrated,
        learn(priors, model, outcomes, offering),
        means(priors, model, measured, offering));
  }

  private static Posterior learn(
      List<Prior> priors, BuyingModel model, List<Outcome> outcomes, Offering offering) {
    return LogisticRegression.learn(
        priors, features(priors, model, outcomes, offering), returned(outcomes));
  }

  private static double[][] features(
      List<Prior> priors, BuyingModel model, List<Outcome> outcomes, Offering offering) {
    return outcomes.stream()
        .map(outcome -> outcome.features(model, offering, priors))
        .toArray(double[][]::new);
  }

  private static boolean[] returned(List<Outcome> outcomes) {
    var returned = new boolean[outcomes.size()];
    for (int i = 0; i < returned.length; i++) {
      returned[i] = outcomes.get(i).returned();
    }
    return returned;
  }

  /**
   * What was learnt half a year before this day would have promised those who were asked since, by
   * groups, against what came.
   */
  List<ReliabilityBin> retest(
      BuyingModel model, LocalDate day, List<Outcome> outcomes, Offering offering) {
    var then = day.minusWeeks(HALF_A_YEAR);
    var priors = WinBackPriors.table(model.chanceSource() == ChanceSource.CALIBRATED);
    var asked = outcomes.stream().filter(outcome -> outcome.askedAfter(then)).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    var learnt = learn(priors, model, outcomes(then), offering);
    var chances =
        Arrays.stream(features(priors, model, asked, offering)).mapToDouble(learnt::chance);
    return ReliabilityBin.of(chances.toArray(), returned(asked));
  }

  /** A loss as it was before it was first asked about, and what became of it. */
  record Outcome(CaseRow row, Buying buying) {

    double[] features(BuyingModel model, Offering offering, List<Prior> priors) {
      return Features.of(row, offering.of(row), buying, model.active(buying), priors);
    }

    boolean returned() {
      return Boolean.TRUE.equals(row.returned());
    }

    boolean askedAfter(LocalDate day) {
      return row.asked() != Channel.NONE && row.day().isAfter(day);
    }
  }

  /** Who bought for the first time after he was asked, by a late fact, says nothing. */
  List<Outcome> outcomes(LocalDate day) {
    var rows = cases.outcomes(day);
    var buyings = values.buyings(rows.stream().map(Learning::onDay).collect(Collectors.toSet()));
    var outcomes = new ArrayList<Outcome>();
    for (var row : rows) {
      var buying = buyings.get(onDay(row));
      if (buying != null) {
        outcomes.add(new Outcome(row, buying));
      }
    }
    return outcomes;
  }

  /** What he bought on the day itself he may have bought because he was asked. */
  private static OnDay onDay(CaseRow row) {
    return new OnDay(new CustomerId(row.customer()), row.day().minusDays(1));
  }

  private static double[] means(
      List<Prior> priors, BuyingModel model, List<CaseRow> rows, Offering offering) {
    var sums = new double[priors.size()];
    for (var row : rows) {
      var buying = row.buying(offering.currency());
      var features = Features.of(row, offering.of(row), buying, model.active(buying), priors);
      for (int k = 0; k < sums.length; k++) {
        sums[k] += features[k] / rows.size();
      }
    }
    return sums;
  }
}
