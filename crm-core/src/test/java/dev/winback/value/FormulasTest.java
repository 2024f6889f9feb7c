package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winback.value.Buying.Spend;
import java.util.List;
import org.assertj.core.data.Offset;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The formulas at given parameters to six digits, against values that were computed another way:
 * 2F1 with 40 to 80 digits for k = 1, quadrature over lambda for k = 2 and 3, published self-tests.
 */
class FormulasTest {

  private static Buying buying(int repeats, double recency, double age) {
    return new Buying(repeats, recency, age, 0, Spend.NONE);
  }

  private static Offset<Double> sixDigits(double expected) {
    return within(Math.abs(expected) * 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER_REPEATS, 0, 0, 26, 13, 1.0, 0.08271332156759716, 0.09769185885783115",
    "AFTER_REPEATS, 2, 30.43, 38.86, 39, 0.7266142815813068, 0.5546112807129425, 1.2259203814830995",
    "AFTER_REPEATS, 12, 50, 52, 52, 0.9158562998907975, 0.9155482621875539, 8.075337361479042",
    "AFTER_REPEATS, 5, 10, 100, 13, 2.5122096022265673e-4, 1.1542518457200399e-4, 1.5816726513985044e-4",
    "AFTER_EVERY, 0, 0, 26, 13, 0.43240539368375464, 0.07052688360229796, 0.08535260679429472",
    "AFTER_EVERY, 2, 30.43, 38.86, 39, 0.7061180002642627, 0.5599086540940007, 1.2626267058525278",
    "AFTER_EVERY, 12, 50, 52, 52, 0.907874680471405, 0.90756941914579, 7.758269149784866",
    "AFTER_EVERY, 5, 10, 100, 13, 2.272825767777885e-4, 1.07209353084287e-4, 1.4766593342568994e-4"
  })
  void ofOneStage(
      DropOut dropOut,
      int x,
      double recency,
      double age,
      double weeks,
      double alive,
      double active,
      double expected) {
    var model =
        dropOut == DropOut.AFTER_REPEATS
            ? new Cnbd(dropOut, 1, 0.2425945, 4.4136, 0.7929, 2.4259)
            : new Cnbd(dropOut, 1, 0.5248, 6.1831, 0.8914, 1.6140);
    assertFormulas(model, buying(x, recency, age), weeks, alive, active, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "AFTER_REPEATS, 2, 0, 0, 26, 13, 1.0, 0.2749996307423855, 0.3123747830944762",
    "AFTER_REPEATS, 2, 3, 12, 14, 13, 0.8033070510297676, 0.7733347816495734, 2.078912975674657",
    "AFTER_REPEATS, 2, 6, 40, 60, 26, 0.2360670798934852, 0.23227191415910772, 0.6442898685644156",
    "AFTER_EVERY, 2, 0, 0, 26, 13, 0.31225966329506766, 0.08587129210188524, 0.09851410492510239",
    "AFTER_EVERY, 2, 3, 12, 14, 13, 0.8335570116872548, 0.8024560830124556, 2.203460766188679",
    "AFTER_EVERY, 2, 6, 40, 60, 26, 0.2596221783274656, 0.2554483257279528, 0.7156727336103553",
    "AFTER_REPEATS, 3, 0, 0, 26, 13, 1.0, 0.26930594895693627, 0.2907232443291801",
    "AFTER_REPEATS, 3, 3, 12, 14, 13, 0.8190990049944685, 0.8058053459233407, 2.1203929329940174",
    "AFTER_REPEATS, 3, 6, 40, 60, 26, 0.13148099893705065, 0.13108576507500286, 0.3708006804222025",
    "AFTER_EVERY, 3, 0, 0, 26, 13, 0.38705257776905866, 0.1042355617523247, 0.11318988124859955",
    "AFTER_EVERY, 3, 3, 12, 14, 13, 0.8473816972799709, 0.8336290210856816, 2.237609408454395",
    "AFTER_EVERY, 3, 6, 40, 60, 26, 0.14660303206825231, 0.1461623411469733, 0.41747420509221583"
  })
  void ofSeveralStages(
      DropOut dropOut,
      int k,
      int x,
      double recency,
      double age,
      double weeks,
      double alive,
      double active,
      double expected) {
    var model = new Cnbd(dropOut, k, 0.85, 1.45, 0.79, 2.42);
    assertFormulas(model, buying(x, recency, age), weeks, alive, active, expected);
  }

  private static void assertFormulas(
      Cnbd model, Buying buying, double weeks, double alive, double active, double expected) {
    assertThat(model.alive(buying)).isCloseTo(alive, sixDigits(alive));
    assertThat(model.active(buying, weeks)).isCloseTo(active, sixDigits(active));
    assertThat(model.expected(buying, weeks)).isCloseTo(expected, sixDigits(expected));
  }

  /** Where 2F1 overflows, a = 1 and a + b + x + d = 1, and where the first purchase was today. */
  @ParameterizedTest
  @CsvSource({
    "AFTER_EVERY, 0.5, 6, 1.0, 1.6, 3, 20, 30, 52, 2.10933905583716",
    "AFTER_EVERY, 0.5, 6, 1.000000001, 1.6, 3, 20, 30, 52, 2.109339054369797",
    "AFTER_EVERY, 0.5, 6, 1.0, 1.6, 1000, 200, 201, 52, 199.01410561615316",
    "AFTER_EVERY, 0.5, 6, 0.9, 1.6, 1000, 100, 100.5, 104, 641.8557385330844",
    "AFTER_EVERY, 0.5, 6, 2.5, 0.6, 1000, 100, 100, 520, 620.4359484101261",
    "AFTER_EVERY, 0.02, 0.1, 0.05, 0.9, 0, 0, 0, 520, 70.89613722377067",
    "AFTER_EVERY, 3, 0.3, 0.2, 400, 40, 60, 61, 104, 71.73005488889567",
    "AFTER_EVERY, 0.25, 4, 0.7, 0.3, 0, 0, 50, 2000, 0.44657691481987555",
    "AFTER_REPEATS, 0.5, 6, 0.4, 0.6, 0, 0, 30, 52, 0.5440519900602839"
  })
  void theSeriesHasNeitherOverflowNorPoles(
      DropOut dropOut,
      double r,
      double alpha,
      double a,
      double b,
      int x,
      double recency,
      double age,
      double weeks,
      double expected) {
    var model = new Cnbd(dropOut, 1, r, alpha, a, b);
    assertThat(model.expected(buying(x, recency, age), weeks))
        .isCloseTo(expected, within(expected * 1e-9));
  }

  /** Fader, Hardie, Lee 2005a: E[Y(39) | 2, 30.43, 38.86] = 1.226. */
  @Test
  void thePublishedCustomerBuys() {
    var published = new Cnbd(DropOut.AFTER_REPEATS, 1, 0.243, 4.414, 0.793, 2.426);
    assertThat(published.expected(buying(2, 30.43, 38.86), 39)).isCloseTo(1.226, within(5e-4));
  }

  /** The self-test of BTYDplus: three stages, x = 3 and 4, t_x = 12, T = 14, sum of ln gaps 3. */
  @Test
  void theLikelihoodOfThreeStages() {
    assertThat(likelihood(3)).isCloseTo(-10.42500, within(5e-6));
    assertThat(likelihood(4)).isCloseTo(-12.22396, within(5e-6));
  }

  private static double likelihood(int x) {
    var customer = new Patterns(List.of(new Buying(x, 12, 14, 3, Spend.NONE)));
    return new CnbdLikelihood(customer, DropOut.AFTER_REPEATS, 3)
        .logLikelihood(new Cnbd(DropOut.AFTER_REPEATS, 3, 0.5, 2, 0.3, 0.6));
  }

  /** The same self-test: P(X(10) = 2), and that E[X(10)] is the mean of that distribution. */
  @Test
  void purchasesOfANewCustomer() {
    var bg = new Cnbd(DropOut.AFTER_REPEATS, 3, 0.5, 2, 0.3, 0.6);
    var mbg = new Cnbd(DropOut.AFTER_EVERY, 3, 0.5, 2, 0.3, 0.6);
    assertThat(chanceOf(bg, 2, 10)).isCloseTo(0.05669, within(5e-6));
    assertThat(chanceOf(mbg, 2, 10)).isCloseTo(0.04548, within(5e-6));
    for (var model : List.of(bg, mbg, new Cnbd(DropOut.AFTER_EVERY, 1, 0.5, 2, 0.3, 0.6))) {
      double mean = 0;
      for (int n = 1; n < 1000; n++) {
        mean += n * chanceOf(model, n, 10);
      }
      assertThat(model.expectedOfNew(10)).isCloseTo(mean, sixDigits(mean));
    }
  }

  /** He stayed long enough, and either the next purchase had not come yet or he had gone. */
  private static double chanceOf(Cnbd m, int n, double weeks) {
    int d = m.dropOut().d();
    double staying = ratio(m, n + d);
    double going = n + d == 0 ? 0 : ratio(m, n + d - 1) - staying;
    return staying * (atLeast(m, n, weeks) - atLeast(m, n + 1, weeks))
        + going * atLeast(m, n, weeks);
  }

  /** B(a, b + n) / B(a, b): the chance to stay n times. */
  private static double ratio(Cnbd m, int n) {
    return Math.exp(Beta.logBeta(m.a(), m.b() + n) - Beta.logBeta(m.a(), m.b()));
  }

  private static double atLeast(Cnbd m, int n, double weeks) {
    return n == 0 ? 1 : Beta.regularizedBeta(weeks / (m.alpha() + weeks), m.k() * n, m.r());
  }
}
