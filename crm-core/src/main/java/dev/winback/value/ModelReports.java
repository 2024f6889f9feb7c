package dev.winback.value;

import dev.winback.value.ModelReport.FirstGapRow;
import dev.winback.value.ModelReport.LateRow;
import dev.winback.value.ModelReport.Parameters;
import dev.winback.value.ModelReport.Rhythm;
import dev.winback.value.ModelReport.Spending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts a stored fit into the words and numbers of its page.
 *
 * @param late the share of such customers who would still order at which one is late
 * @param lost the same at which one is lost
 */
record ModelReports(double late, double lost) {

  private static final int MOST_PURCHASES = 10;

  ModelReport of(Fitted fitted, LocalDate lastFit, String currency) {
    var parts = fitted.parts();
    return new ModelReport(
        fitted.day(),
        lastFit,
        fitted.state(),
        fitted.doubts(),
        fitted.customers(),
        fitted.repeaters(),
        fitted.share(),
        parts == null ? null : parts.chance().source(),
        parts == null ? null : rhythm(parts),
        parts == null ? null : spending(parts.spend(), currency),
        fitted.backTest(),
        parts == null ? List.of() : late(new BuyingModel(fitted), parts.medianGap()),
        parts == null ? List.of() : firstGaps(parts.firstGaps()));
  }

  private static Rhythm rhythm(Fitted.Parts parts) {
    return new Rhythm(
        parts.medianGap() * Buying.WEEK,
        parts.ranking().leaves(),
        parts.timing().k(),
        parts.logLikelihood(),
        parameters(parts.ranking()),
        parameters(parts.timing()));
  }

  private static Parameters parameters(Cnbd model) {
    return new Parameters(model.r(), model.alpha(), model.a(), model.b());
  }

  private static @Nullable Spending spending(@Nullable SpendModel spend, String currency) {
    if (spend == null) {
      return null;
    }
    var m = spend.model();
    var seconds = spend.seconds();
    return new Spending(
        currency,
        money(m.mean()),
        seconds == null ? null : money(Collections.min(seconds.means())),
        seconds == null ? null : money(Collections.max(seconds.means())),
        spend.customers(),
        spend.correlation(),
        m.p(),
        m.q(),
        m.v(),
        spend.logLikelihood());
  }

  private static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }

  private List<LateRow> late(BuyingModel model, double medianGap) {
    return IntStream.range(0, MOST_PURCHASES)
        .mapToObj(
            repeats ->
                new LateRow(
                    repeats + 1,
                    model.lateDays(repeats, repeats * medianGap, late),
                    model.lateDays(repeats, repeats * medianGap, lost)))
        .toList();
  }

  private List<FirstGapRow> firstGaps(@Nullable FirstGaps gaps) {
    var rows = new ArrayList<FirstGapRow>();
    if (gaps != null) {
      rows.add(row(null, gaps.all()));
      gaps.byKind().forEach((kind, gap) -> rows.add(row(kind, gap)));
    }
    return rows;
  }

  private FirstGapRow row(@Nullable String kind, FirstGap gap) {
    return new FirstGapRow(
        kind, gap.customers(), gap.share(), gap.days(0.5), gap.days(late), gap.days(lost));
  }
}
