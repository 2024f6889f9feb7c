package dev.winback.report;

import dev.winback.value.CostOfLoss;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The loss of a year as a picture for everybody in the firm (MEA-08): the year, the one before it,
 * what the losses cost in a year (DEC-09) and in lifetimes (null where nobody has a category yet),
 * and what becomes of the base if it goes on like this. Of the losses noticed in the year {@code
 * turned} ended because the firm changed its direction (DEC-21).
 */
public record LossPicture(
    LossRate rate, @Nullable LostLifetimes lifetimes, long turned, List<BaseLeft> left) {

  public LossYear year() {
    return rate.year();
  }

  public LossYear before() {
    return rate.before();
  }

  public CostOfLoss cost() {
    return rate.cost();
  }
}
