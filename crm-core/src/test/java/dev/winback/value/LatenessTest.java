package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * DET-08: late against the own rhythm, and how often each rule is wrong (science.md, "Lateness
 * rules").
 */
class LatenessTest {

  private static final Cnbd CDNOW =
      new Cnbd(DropOut.AFTER_EVERY, 1, 0.6371, 7.3103, 0.8075, 1.2284);

  private static double alarms(List<EndedGap> gaps, EndedGap.Limit limit) {
    return EndedGap.falseAlarms(gaps, limit);
  }

  /** Golden: fixed 90 days 31 %, own mean x 5/3 43 %, x 2 38 %, model 90 % 7 %, 95 % 4 %. */
  @Test
  void theModelCriesWolfLeastOfAllRules() {
    var gaps = Cdnow.master().stream().flatMap(c -> EndedGap.of(c).stream()).toList();
    double median = EndedGap.median(gaps);
    var late = new Lateness(CDNOW, BuyingModel.LATE);
    var overdue = new Lateness(CDNOW, BuyingModel.OVERDUE);
    var percent = within(0.005);
    assertThat(alarms(gaps, g -> 90)).isCloseTo(0.31, percent);
    assertThat(alarms(gaps, g -> g.mean(median) * 5 / 3 + EndedGap.MORE)).isCloseTo(0.43, percent);
    assertThat(alarms(gaps, g -> g.mean(median) * 2 + EndedGap.MORE)).isCloseTo(0.38, percent);
    assertThat(alarms(gaps, g -> late.days(g.repeats(), g.weeks()))).isCloseTo(0.07, percent);
    assertThat(alarms(gaps, g -> overdue.days(g.repeats(), g.weeks()))).isCloseTo(0.04, percent);
  }

  /** g = (alpha + t) (q^(-1 / (r + n)) - 1), science.md (6). */
  @Test
  void oneStageHasAClosedForm() {
    double weeks = (7.3103 + 26) * (Math.pow(0.10, -1 / (0.6371 + 4)) - 1);
    assertThat(new Lateness(CDNOW, 0.10).weeks(4, 26)).isCloseTo(weeks, within(1e-10));
    assertThat(new Lateness(CDNOW, 0.10).days(4, 26)).isEqualTo((int) Math.ceil(weeks * 7));
  }

  /** The more regular the gaps, the sooner it is noticed; the same mean gap for all. */
  @Test
  void regularCustomersAreMissedSooner() {
    int days = Integer.MAX_VALUE;
    for (int k = 1; k <= 4; k++) {
      var model = new Cnbd(DropOut.AFTER_EVERY, k, 3, 12.0 / k, 1, 5);
      int late = new Lateness(model, 0.10).days(10, 60);
      assertThat(late).isLessThan(days).isGreaterThan(42);
      days = late;
    }
  }

  /** A firm whose customers are all different: after one purchase nothing can be said for years. */
  @Test
  void whoMayBeSilentForTenYearsIsNeverLate() {
    for (int k = 1; k <= 4; k++) {
      var wild = new Cnbd(DropOut.AFTER_EVERY, k, 1e-3, 50, 1, 5);
      assertThat(new Lateness(wild, 0.05).days(0, 0)).isEqualTo(3_650);
    }
  }

  @Test
  void aShareThatIsNoneIsRefused() {
    for (double q : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> new Lateness(CDNOW, q)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
