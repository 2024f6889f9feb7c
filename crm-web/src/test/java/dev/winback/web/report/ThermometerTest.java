package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.report.LossBands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MEA-01: the pointer of the loss rate is seen at every rate; 60 % is the end of the scale. */
class ThermometerTest {

  private static final LossBands BANDS = new LossBands(10, 20, 30, 50);

  @ParameterizedTest
  @CsvSource({"0, 0", "0.3, 300", "0.59, 590", "0.595, 595", "0.599, 595", "0.6, 595", "0.9, 595"})
  void theMarkStandsWhollyWithinTheScale(double rate, double left) {
    assertThat(Thermometer.mark(rate, 5, BANDS)).isCloseTo(left, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }
}
