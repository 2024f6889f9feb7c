package dev.winback.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many customers bought again, by how a complaint of theirs was met, beside the published share
 * in percent (RET-10).
 */
public record BoughtAgain(String who, long customers, long again) {

  private static final Map<String, Integer> PUBLISHED =
      Map.of("content", 91, "unhappy", 54, "won-over", 96, "settled", 80);

  /** Below so many customers a share says nothing. */
  private static final int FEW = 5;

  public int published() {
    return PUBLISHED.getOrDefault(who, 0);
  }

  /** Whole percent; null where too few are known. */
  public @Nullable Long percent() {
    return customers < FEW ? null : Long.valueOf(Math.round(100.0 * again / customers));
  }
}
