package dev.winback.worth;

import dev.winback.experiment.Amounts;
import dev.winback.experiment.Share;
import dev.winback.experiment.Step;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Reads a day of a comparison: heads and returns of both arms (treated, treated_returned, kept,
 * kept_returned) with the sums and the sums of squares of their turnover (treated_sum,
 * treated_squares, kept_sum, kept_squares), of which the margin is taken.
 */
public final class ArmDay {

  private ArmDay() {}

  /** {@code cost} is what was spent on the treated of the day. */
  public static Increment.Day of(ResultSet row, CostSettings terms, BigDecimal cost)
      throws SQLException {
    double margin = terms.marginPercent().doubleValue() / 100;
    return new Increment.Day(
        new Step(
            row.getObject("day", LocalDate.class),
            new Share(row.getLong("treated_returned"), row.getLong("treated")),
            new Share(row.getLong("kept_returned"), row.getLong("kept"))),
        new Increment.Money(
            amounts(row, "treated", margin),
            amounts(row, "kept", margin),
            cost,
            row.getLong("cut")));
  }

  private static Amounts amounts(ResultSet row, String arm, double margin) throws SQLException {
    return new Amounts(
        row.getLong(arm),
        row.getDouble(arm + "_sum") * margin,
        row.getDouble(arm + "_squares") * margin * margin);
  }
}
