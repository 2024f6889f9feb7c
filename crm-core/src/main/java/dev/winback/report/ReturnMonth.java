package dev.winback.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The returns of a month: sum of the first orders in the firm's currency, how many reached the
 * former volume, whose year is over and how many had none with a remark, who is lost again.
 */
public record ReturnMonth(
    LocalDate month,
    long returned,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal trial,
    long restored,
    long due,
    long year,
    long again) {

  ReturnMonth plus(ReturnMonth other) {
    return new ReturnMonth(
        month,
        returned + other.returned,
        trial.add(other.trial),
        restored + other.restored,
        due + other.due,
        year + other.year,
        again + other.again);
  }
}
