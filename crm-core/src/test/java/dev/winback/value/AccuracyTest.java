package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The measures on cases that can be counted by hand. */
class AccuracyTest {

  @Test
  void logLossIsTheSurprise() {
    var came = new boolean[] {true, false};
    assertThat(Accuracy.logLoss(new double[] {0.5, 0.5}, came))
        .isCloseTo(Math.log(2), within(1e-12));
    assertThat(Accuracy.logLoss(new double[] {0.9, 0.2}, came))
        .isCloseTo(-(Math.log(0.9) + Math.log(0.8)) / 2, within(1e-12));
    assertThat(Accuracy.logLoss(new double[] {0, 1}, came)).as("finite").isBetween(20.0, 21.0);
  }

  @Test
  void aucCountsThePairsInOrder() {
    var came = new boolean[] {true, false, true, false};
    assertThat(Accuracy.auc(new double[] {4, 3, 2, 1}, came)).isEqualTo(0.75);
    assertThat(Accuracy.auc(new double[] {4, 1, 3, 2}, came)).isEqualTo(1);
    assertThat(Accuracy.auc(new double[] {1, 1, 1, 1}, came)).as("ties").isEqualTo(0.5);
    assertThat(Accuracy.auc(new double[] {1, 2}, new boolean[] {true, true})).isEqualTo(0.5);
  }

  @Test
  void binsAreGroupsOfEqualSize() {
    var chances = new double[95];
    var came = new boolean[95];
    for (int i = 0; i < 95; i++) {
      chances[i] = i / 100.0;
      came[i] = i >= 50;
    }
    var bins = Accuracy.bins(chances, came);
    assertThat(bins).hasSize(10);
    assertThat(bins.stream().mapToInt(ReliabilityBin::customers).sum()).isEqualTo(95);
    assertThat(bins.get(0).came()).isZero();
    assertThat(bins.get(9).came()).isEqualTo(1);
    assertThat(bins.get(9).promised()).isCloseTo(0.895, within(1e-9));
    assertThat(Accuracy.bins(new double[3], new boolean[3])).hasSize(3);
  }

  @Test
  void correlationIsPearsons() {
    assertThat(Accuracy.correlation(List.of(1.0, 2.0, 3.0), List.of(2.0, 4.0, 6.0)))
        .isCloseTo(1, within(1e-12));
    assertThat(Accuracy.correlation(List.of(1.0, 2.0, 3.0), List.of(1.0, -1.0, 1.0))).isZero();
    assertThat(Accuracy.correlation(List.of(1.0, 2.0), List.of(5.0, 5.0))).isZero();
  }
}
