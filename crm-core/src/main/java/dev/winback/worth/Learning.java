package dev.winback.worth;

import dev.winback.customer.CustomerId;
import dev.winback.value.Buying;
import dev.winback.value.BuyingModel;
import dev.winback.value.ChanceSource;
import dev.winback.value.LogisticRegression;
import dev.winback.value.Posterior;
import dev.winback.value.Prior;
import dev.winback.value.Values;
import dev.winback.value.Values.OnDay;
import dev.winback.value.WinBackPriors;
import java.time.LocalDate;
import java.util.ArrayList;
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

  private final Cases cases;
  private final Values values;

  Learning(Cases cases, Values values) {
    this.cases = cases;
    this.values = values;
  }

  /** From all that ended before this day; the means are those of the cases given. */
  WinBackFit learn(BuyingModel model, LocalDate day, List<CaseRow> measured, Offering offering) {
    boolean calibrated = model.chanceSource() == ChanceSource.CALIBRATED;
    var priors = WinBackPriors.table(calibrated);
    var features = new ArrayList<double[]>();
    var outcomes = new ArrayList<Boolean>();
    for (var outcome : outcomes(day)) {
      features.add(outcome.features(model, offering, priors));
      outcomes.add(Boolean.TRUE.equals(outcome.row().returned()));
    }
    var posterior = learn(priors, features, outcomes);
    int returned = (int) outcomes.stream().filter(o -> o).count();
    return new WinBackFit(
        day, returned, calibrated, posterior, means(priors, model, measured, offering));
  }

  /** A loss as it was before it was first asked about, and what became of it. */
  record Outcome(CaseRow row, Buying buying) {

    double[] features(BuyingModel model, Offering offering, List<Prior> priors) {
      return Features.of(row, offering.of(row), buying, model.active(buying), priors);
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

  private static Posterior learn(
      List<Prior> priors, List<double[]> features, List<Boolean> outcomes) {
    var returned = new boolean[outcomes.size()];
    for (int i = 0; i < returned.length; i++) {
      returned[i] = outcomes.get(i);
    }
    return LogisticRegression.learn(priors, features.toArray(double[][]::new), returned);
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
