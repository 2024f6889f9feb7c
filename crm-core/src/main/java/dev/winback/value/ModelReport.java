package dev.winback.value;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model in force as a person reads it: what it says, how it did on the firm's own past, and how
 * far it is to be believed. Without enough history only the counts are there.
 *
 * @param inForceSince the day whose fit it is
 * @param lastFit the last night; since its fit said nothing else, the older one stayed in force
 * @param customers on whom it was fitted, {@code repeaters} those with a repeat, {@code share} of
 *     all
 * @param chanceSource where the chance of a purchase comes from
 */
public record ModelReport(
    @Nullable LocalDate inForceSince,
    @Nullable LocalDate lastFit,
    ModelState state,
    List<Doubt> doubts,
    int customers,
    int repeaters,
    double share,
    @Nullable ChanceSource chanceSource,
    @Nullable Rhythm rhythm,
    @Nullable Spending spending,
    @Nullable BackTest backTest,
    List<LateRow> late,
    List<FirstGapRow> firstGaps) {

  static final ModelReport NOT_FITTED =
      new ModelReport(
          null,
          null,
          ModelState.NOT_FITTED,
          List.of(),
          0,
          0,
          1,
          null,
          null,
          null,
          null,
          List.of(),
          List.of());

  /**
   * How customers buy and leave.
   *
   * @param medianGapDays the middle one of the customers' mean gaps
   * @param leaves the mean chance to leave after a purchase
   * @param stages k: 1 for gaps without any rule, up to 4 for regular ones
   * @param ranking r, alpha (weeks), a, b of the model by which chance and worth are computed
   * @param timing the same of the one by which customers are late
   */
  public record Rhythm(
      double medianGapDays,
      double leaves,
      int stages,
      double logLikelihood,
      Parameters ranking,
      Parameters timing) {}

  public record Parameters(double r, double alpha, double a, double b) {}

  /**
   * What purchases bring, in the firm's currency.
   *
   * @param mean what a customer without repeats is expected to spend, whatever his first order was
   * @param least what one-time buyers of the lowest class of first orders are expected to spend the
   *     next time; null as long as too few have ordered twice, when {@code mean} holds for all
   * @param most the same of the highest class
   * @param correlation of number and size of purchases; above 0.3 the model does not fit
   */
  public record Spending(
      String currency,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal mean,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal least,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal most,
      int customers,
      double correlation,
      double p,
      double q,
      double v,
      double logLikelihood) {}

  /** After how many days a customer with so many purchases at the median gap is late, and lost. */
  public record LateRow(int purchases, int late, int overdue) {}

  /**
   * How long one-time buyers took; without a kind of all.
   *
   * @param returned the share that comes back at all
   */
  public record FirstGapRow(
      @Nullable String kind, int customers, double returned, int half, int late, int overdue) {}
}
