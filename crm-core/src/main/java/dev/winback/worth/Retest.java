package dev.winback.worth;

import dev.winback.value.ReliabilityBin;
import java.time.LocalDate;
import java.util.List;

/**
 * What the chances to win somebody back promised, and what came (science.md, "Retest").
 *
 * @param day of the night that counted
 * @param bins groups of losses by their chance, the lowest first
 */
public record Retest(LocalDate day, List<ReliabilityBin> bins) {

  /** Farther from the promise than this it is no chance any more. */
  private static final double SDS = 2;

  public int asked() {
    return bins.stream().mapToInt(ReliabilityBin::customers).sum();
  }

  /** Returns that were to be expected. */
  public double promised() {
    return bins.stream().mapToDouble(bin -> bin.customers() * bin.promised()).sum();
  }

  public long returned() {
    return Math.round(bins.stream().mapToDouble(bin -> bin.customers() * bin.came()).sum());
  }

  /** More than two binomial standard deviations between the two. */
  public boolean off() {
    double variance =
        bins.stream()
            .mapToDouble(bin -> bin.customers() * bin.promised() * (1 - bin.promised()))
            .sum();
    return Math.abs(returned() - promised()) > SDS * Math.sqrt(variance);
  }
}
