package dev.winback.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Treated against control: nobody sees a winner that is not there, however often he looks. */
class ExperimentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  /** Looked at every week for two years; sharing half and half, a fifth and a tenth. */
  @ParameterizedTest
  @CsvSource({"0.5,0.15", "0.5,0.30", "0.2,0.12", "0.1,0.12"})
  void withoutAnEffectAtMostFiveOfAHundredReportsEverClaimOne(double control, double rate) {
    var random = new SplittableRandom(20261128);
    int claims = 0;
    for (int run = 0; run < 1_000; run++) {
      claims += everClaims(history(random, control, rate, rate)) ? 1 : 0;
    }

    assertThat(claims).isBetween(1, 50);
  }

  private static boolean everClaims(List<Step> days) {
    for (int week = 7; week <= days.size(); week += 7) {
      var verdict = Experiment.of(days.subList(0, week)).verdict();
      if (verdict == Verdict.WORKS || verdict == Verdict.HARMS) {
        return true;
      }
    }
    return false;
  }

  /** What it was sized for: 12 % against 20 %. */
  @Test
  void anEffectOfEightPointsIsSeenInAtLeastThreeQuartersOfTheReports() {
    var random = new SplittableRandom(7);
    int claims = 0;
    for (int run = 0; run < 1_000; run++) {
      var finding = Experiment.of(history(random, 0.5, 0.20, 0.12));
      claims += finding.verdict() == Verdict.WORKS ? 1 : 0;
    }

    assertThat(claims).isGreaterThan(750);
  }

  private static List<Step> history(
      SplittableRandom random, double control, double treated, double untreated) {
    var days = new ArrayList<Step>();
    for (int day = 0; day < 730; day++) {
      days.add(day(random, DAY.plusDays(day), control, treated, untreated));
    }
    return days;
  }

  private static Step day(
      SplittableRandom random, LocalDate day, double control, double treated, double untreated) {
    var step = Step.none(day);
    for (int n = random.nextInt(6); n > 0; n--) {
      boolean kept = random.nextDouble() < control;
      boolean back = random.nextDouble() < (kept ? untreated : treated);
      var share = new Share(back ? 1 : 0, 1);
      step = step.plus(new Step(day, kept ? Share.NONE : share, kept ? share : Share.NONE));
    }
    return step;
  }

  @Test
  void whatALookSawDoesNotChangeWithLaterDays() {
    var days = history(new SplittableRandom(3), 0.5, 0.4, 0.1);
    var first = Experiment.of(days);

    assertThat(first.verdict()).isEqualTo(Verdict.WORKS);
    assertThat(Experiment.of(days.subList(0, 600)).seen()).isEqualTo(first.seen());
    assertThat(first.seen().day()).isBefore(days.get(599).day());
    assertThat(first.more()).isZero();
  }

  /** 329 of each is the plan: the first look comes with 83 of each, not with 82. */
  @Test
  void beforeTheFirstLookItIsTooEarlyAndSaysForHowMany() {
    var early = Experiment.of(List.of(step(82, 82)));

    assertThat(early.verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(early.seen()).isNull();
    assertThat(early.more()).isEqualTo(1);
    assertThat(Experiment.of(List.of(step(83, 83))).verdict()).isEqualTo(Verdict.GOES_ON);
  }

  @Test
  void afterTheLastLookItIsOver() {
    assertThat(Experiment.of(List.of(step(329, 329))).verdict()).isEqualTo(Verdict.NOT_SHOWN);
    assertThat(Experiment.of(List.of(step(328, 328))).verdict()).isEqualTo(Verdict.GOES_ON);
  }

  @Test
  void aHarmIsSaidToo() {
    var step = new Step(DAY, new Share(5, 200), new Share(80, 200));

    assertThat(Experiment.of(List.of(step)).verdict()).isEqualTo(Verdict.HARMS);
  }

  @Test
  void withoutControlNothingIsEverSaid() {
    var finding = Experiment.of(List.of(step(10_000, 0)));

    assertThat(finding.verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(finding.more()).isEqualTo(165);
  }

  /** A tenth of each group came back. */
  private static Step step(long treated, long control) {
    return new Step(DAY, new Share(treated / 10, treated), new Share(control / 10, control));
  }
}
