package dev.winback.grant;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.winback.experiment.Interval;
import dev.winback.experiment.Share;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Offers of one kind, reason or member: how many were given, accepted and declined, how many came
 * back with them, and what these cost in the firm's currency.
 */
public record OfferLine(
    String key,
    @Nullable String name,
    long given,
    long taken,
    long declined,
    long returned,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal cost) {

  private static final int ENOUGH = 30;

  /** The quantile of the normal distribution for 95 %. */
  private static final double USUAL = 1.96;

  /** Share of the given ones from 0 to 1. */
  public double takenShare() {
    return given == 0 ? 0 : (double) taken / given;
  }

  public double returnedShare() {
    return given == 0 ? 0 : (double) returned / given;
  }

  /** Where the share that came back may lie, with 95 % (Wilson's interval), from 0 to 1. */
  public Interval returnedRange() {
    return new Share(returned, given).wilson(USUAL);
  }

  /** Below this many a share says little. */
  public boolean few() {
    return given < ENOUGH;
  }
}
