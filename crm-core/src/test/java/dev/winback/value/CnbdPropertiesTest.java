package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winback.value.Buying.Spend;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the model whatever its parameters and whoever the customer. */
class CnbdPropertiesTest {

  private static final int TRIES = 100;
  private static final String SEED = "20260601";

  @Provide
  Arbitrary<Cnbd> models() {
    var shape = Arbitraries.doubles().between(0.05, 20);
    return Combinators.combine(
            Arbitraries.of(DropOut.class),
            Arbitraries.integers().between(1, 4),
            shape,
            Arbitraries.doubles().between(0.1, 100),
            shape,
            shape)
        .as(Cnbd::new)
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Buying> customers() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 400),
            Arbitraries.doubles().between(0, 200).edgeCases(edge -> edge.includeOnly(0.0)),
            Arbitraries.doubles().between(0, 200).edgeCases(edge -> edge.includeOnly(0.0)))
        .as(
            (x, last, silent) ->
                new Buying(x, x == 0 ? 0 : last, (x == 0 ? 0 : last) + silent, 0, Spend.NONE));
  }

  @Provide
  Arbitrary<Double> weeks() {
    return Arbitraries.doubles().between(0.1, 150).withoutEdgeCases();
  }

  @Property(tries = TRIES, seed = SEED)
  void chancesAreChancesAndHopeShrinksWithSilence(
      @ForAll("models") Cnbd model, @ForAll("customers") Buying c, @ForAll("weeks") double weeks) {
    double alive = model.alive(c);
    assertThat(alive).isBetween(0.0, 1.0);
    assertThat(model.active(c, weeks)).isBetween(0.0, alive);
    var later = new Buying(c.repeats(), c.recency(), c.age() + weeks, 0, Spend.NONE);
    assertThat(model.alive(later)).isLessThanOrEqualTo(alive);
  }

  @Property(tries = TRIES / 3, seed = SEED)
  void moreTimeBringsMorePurchasesAndAtLeastTheChanceOfOne(
      @ForAll("models") Cnbd model, @ForAll("customers") Buying c, @ForAll("weeks") double weeks) {
    double expected = model.expected(c, weeks);
    double active = model.active(c, weeks);
    assertThat(active).isLessThanOrEqualTo(model.active(c, weeks * 2) + 1e-12);
    assertThat(expected).isGreaterThanOrEqualTo(active * (1 - 1e-8) - 1e-15);
    assertThat(model.expected(c, weeks * 2)).isGreaterThanOrEqualTo(expected * (1 - 1e-9));
  }

  /** The series (4') and the sums (5) are two ways to one number. */
  @Property(tries = TRIES, seed = SEED)
  void seriesAndSumsAgreeForOneStage(
      @ForAll("models") Cnbd any, @ForAll("customers") Buying c, @ForAll("weeks") double weeks) {
    var model = new Cnbd(any.dropOut(), 1, any.r(), any.alpha(), any.a(), any.b());
    double series = NbdSeries.expected(model, c.repeats(), c.age(), weeks);
    assertThat(ErlangSum.expected(model, c, weeks))
        .isCloseTo(series, within(series * 1e-8 + 1e-12));
  }

  @Property(tries = TRIES, seed = SEED)
  void theGradientIsThatOfTheLikelihood(
      @ForAll("models") Cnbd model, @ForAll("customers") Buying c, @ForAll("customers") Buying d) {
    var likelihood = new CnbdLikelihood(new Patterns(List.of(c, d, d)), model.dropOut(), model.k());
    var logs =
        new double[] {
          Math.log(model.r()), Math.log(model.alpha()), Math.log(model.a()), Math.log(model.b())
        };
    var gradient = new double[4];
    double value = likelihood.at(logs, gradient);
    for (int i = 0; i < 4; i++) {
      double slope = (moved(likelihood, logs, i, 1e-5) - moved(likelihood, logs, i, -1e-5)) / 2e-5;
      assertThat(gradient[i])
          .isCloseTo(slope, within(1e-5 + 1e-7 * Math.abs(value) + 1e-4 * Math.abs(slope)));
    }
  }

  private static double moved(CnbdLikelihood likelihood, double[] logs, int i, double step) {
    var there = logs.clone();
    there[i] += step;
    return likelihood.at(there, new double[4]);
  }

  /** At the late limit just a share q of those who are alive has not ordered yet. */
  @Property(tries = TRIES, seed = SEED)
  void afterTheLateLimitTheShareThatWasAskedForIsLeft(
      @ForAll("models") Cnbd model, @ForAll("customers") Buying c) {
    var bought = c.returned();
    for (double q : List.of(0.2, 0.1, 0.05)) {
      double weeks = new Lateness(model, q).weeks(bought.repeats(), bought.recency());
      double left = 1 - model.active(bought, weeks) / model.alive(bought);
      assertThat(left).isCloseTo(q, within(1e-9));
    }
  }

  @Property(tries = 30, seed = SEED)
  void theLateLimitGrowsWithThePatienceAndWithTheTimeThePurchasesTook(
      @ForAll("models") Cnbd model, @ForAll("weeks") double weeks) {
    var limits = new ArrayList<Integer>();
    for (double q : List.of(0.5, 0.2, 0.1, 0.05, 0.01)) {
      limits.add(new Lateness(model, q).days(3, weeks));
    }
    assertThat(limits).isSorted();
    var late = new Lateness(model, 0.1);
    assertThat(late.days(3, weeks)).isLessThanOrEqualTo(late.days(3, weeks * 2));
    assertThat(late.weeks(600, weeks)).as("beyond the table").isLessThan(late.weeks(500, weeks));
  }
}
