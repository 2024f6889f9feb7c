package dev.winback.nightly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
    OffsetDateTime startedAt,
    BigDecimal seconds,
    List<StepRow> steps) {

  /** A step that is done, with the rows it wrote. */
  public record StepRow(String name, long rows, BigDecimal seconds) {}

  /** What a step wrote; null where it has not been done. */
  public @Nullable Long rows(String step) {
    return steps.stream()
        .filter(s -> s.name().equals(step))
        .findFirst()
        .map(StepRow::rows)
        .orElse(null);
  }

  public boolean running() {
    return state.equals("running");
  }
}
