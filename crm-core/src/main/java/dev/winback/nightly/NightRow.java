package dev.winback.nightly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One night: its day, its state ({@code running}, {@code done}, {@code failed}), seconds in all and
 * by step; {@code failedStep} says where it stopped.
 */
public record NightRow(
    long id,
    LocalDate day,
    String state,
    @Nullable String failedStep,
    BigDecimal seconds,
    List<StepRow> steps) {

  /** A step that is done, with the rows it wrote. */
  public record StepRow(String name, long rows, BigDecimal seconds) {}

  public boolean running() {
    return state.equals("running");
  }
}
