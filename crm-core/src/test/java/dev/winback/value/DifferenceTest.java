package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.value.Buying.Spend;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Dates of signals must not wander: when a new fit takes the place of the one in force. */
class DifferenceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Cnbd MODEL = new Cnbd(DropOut.AFTER_EVERY, 1, 0.8, 6, 0.8, 2);
  private static final List<Buying> BUYINGS = List.of(new Buying(3, 20, 30, 0, Spend.NONE));
  private static final Chance BARE = new Chance(ChanceSource.MODEL, null, 0);

  private static FirstGap gap(int late) {
    var percents = IntStream.rangeClosed(1, 99).mapToObj(p -> p < 90 ? 10 : p < 95 ? late : 900);
    return new FirstGap(1_000, 500, 0.5, percents.toList());
  }

  private static Fitted fitted(LocalDate day, Cnbd model, FirstGaps gaps, Chance chance) {
    var parts = new Fitted.Parts(model, model, -1, 6, null, gaps, chance);
    return new Fitted(day, ModelState.TRUSTED, List.of(), 1_000, 500, 1, parts, null);
  }

  private static Fitted fitted(Cnbd model) {
    return fitted(DAY.plusDays(1), model, new FirstGaps(gap(100), Map.of()), BARE);
  }

  private static final Fitted IN_FORCE =
      fitted(DAY, MODEL, new FirstGaps(gap(100), Map.of()), BARE);

  private static boolean matters(Fitted fresh) {
    return Difference.matters(IN_FORCE, fresh, BUYINGS);
  }

  private static Cnbd slower(double factor) {
    return new Cnbd(
        DropOut.AFTER_EVERY,
        1,
        MODEL.r(),
        // late limits are in proportion to alpha + 6 n: n = 1 moves the most
        (MODEL.alpha() + 6) * factor - 6,
        MODEL.a(),
        MODEL.b());
  }

  @Test
  void theSameAndNearlyTheSameChangeNothing() {
    assertThat(matters(fitted(MODEL))).isFalse();
    assertThat(matters(fitted(slower(1.029)))).isFalse();
  }

  @Test
  void aLateLimitThatMovedByMoreThanThreePercentDoes() {
    assertThat(matters(fitted(slower(1.031)))).isTrue();
    assertThat(matters(fitted(slower(0.969)))).isTrue();
  }

  @Test
  void twoDaysOfTheFirstGapDo() {
    assertThat(matters(firstGaps(new FirstGaps(gap(101), Map.of())))).isFalse();
    assertThat(matters(firstGaps(new FirstGaps(gap(102), Map.of())))).isTrue();
    assertThat(matters(firstGaps(new FirstGaps(gap(100), Map.of("hotel", gap(101)))))).isFalse();
    assertThat(matters(firstGaps(new FirstGaps(gap(100), Map.of("hotel", gap(102)))))).isTrue();
    assertThat(matters(firstGaps(null))).isTrue();
  }

  private static Fitted firstGaps(FirstGaps gaps) {
    return fitted(DAY.plusDays(1), MODEL, gaps, BARE);
  }

  @Test
  void theMeanChanceAndItsSourceDo() {
    assertThat(Difference.matters(constant(0.2), constant(0.2059), BUYINGS)).isFalse();
    assertThat(Difference.matters(constant(0.2), constant(0.2061), BUYINGS)).isTrue();
    assertThat(matters(constant(0.2))).isTrue();
  }

  private static Fitted constant(double rate) {
    var chance = new Chance(ChanceSource.BASE_RATE, null, rate);
    return fitted(DAY.plusDays(1), MODEL, new FirstGaps(gap(100), Map.of()), chance);
  }

  @Test
  void anotherVerdictDoes() {
    var fresh = fitted(MODEL);
    var doubted =
        new Fitted(
            fresh.day(),
            ModelState.UNRELIABLE,
            List.of(Doubt.SEASON),
            1_000,
            500,
            1,
            fresh.parts(),
            null);
    assertThat(matters(doubted)).isTrue();
    assertThat(matters(Fitted.tooLittle(fresh.day(), 10, 5, 1))).isTrue();
  }

  @Test
  void aMonthThatIsOverDoes() {
    var gaps = new FirstGaps(gap(100), Map.of());
    assertThat(matters(fitted(LocalDate.of(2026, 3, 31), MODEL, gaps, BARE))).isFalse();
    assertThat(matters(fitted(LocalDate.of(2026, 4, 1), MODEL, gaps, BARE))).isTrue();
    var young = Fitted.tooLittle(DAY, 10, 5, 1);
    assertThat(Difference.matters(young, Fitted.tooLittle(DAY.plusDays(1), 11, 6, 1), BUYINGS))
        .isFalse();
  }
}
