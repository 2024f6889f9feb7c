package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The optimiser on functions whose minimum is known. */
class BfgsTest {

  /** Rosenbrock's valley. */
  @Test
  void findsTheEndOfABentValley() {
    var minimum =
        Bfgs.minimum(
            (p, slope) -> {
              double across = p[1] - p[0] * p[0];
              slope[0] = -400 * p[0] * across - 2 * (1 - p[0]);
              slope[1] = 200 * across;
              return 100 * across * across + (1 - p[0]) * (1 - p[0]);
            },
            new double[] {-1.2, 1});
    assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(1e-6));
    assertThat(minimum.slope()).isLessThan(1e-7);
    assertThat(minimum.atEdge()).isFalse();
  }

  @Test
  void stopsAtTheEdgeOfTheBoxAndSaysSo() {
    var minimum =
        Bfgs.minimum(
            (p, slope) -> {
              slope[0] = -Math.exp(-p[0]);
              slope[1] = 2 * (p[1] - 3);
              return Math.exp(-p[0]) + (p[1] - 3) * (p[1] - 3);
            },
            new double[] {0, 0});
    assertThat(minimum.point()[1]).isCloseTo(3, within(1e-6));
    assertThat(minimum.slope()).isLessThan(1e-3);
    var falling =
        Bfgs.minimum(
            (p, slope) -> {
              slope[0] = -1;
              return -p[0];
            },
            new double[] {0});
    assertThat(falling.point()[0]).isEqualTo(Bfgs.BOX);
    assertThat(falling.atEdge()).isTrue();
    assertThat(falling.slope()).isZero();
  }

  /** Science.md, 3: report, do not throw. */
  @Test
  void aFunctionThatCannotBeComputedEndsTheSearch() {
    var minimum =
        Bfgs.minimum(
            (p, slope) -> {
              slope[0] = 1;
              return p[0] < 0 ? Double.NaN : p[0];
            },
            new double[] {1e-9});
    assertThat(minimum.value()).isBetween(0.0, 1e-9);
  }
}
