package dev.winback.lapse;

import dev.winback.testing.CleanTables;
import dev.winback.testing.CopiesAgree;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.lifecycle.BeforeTry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

/**
 * RET-01, I1 to I5, I8, I9: every invariant of house.md after every step of random histories: facts
 * of all kinds, told late and corrected, each of them twice; what people decide; nights, letters
 * and merges; with a model of buying in force and without. A model beside the program knows what
 * counts without asking it. {@code -Djqwik.tries.default=300 -Dhouse.steps=60} makes more and
 * longer ones of it; a history that fails is made short, for {@code
 * -Djqwik.shrinking.bounded.seconds=}, and printed as a story.
 */
@CoreTest
class HouseInvariantsTest {

  private static final int STEPS = Integer.getInteger("house.steps", 30);

  @Autowired ApplicationContext spring;
  @Autowired HouseCheck check;
  @Autowired MovableClock clock;

  /** What happens, and whether a model of buying is in force meanwhile. */
  record History(boolean model, List<HouseStep> steps) {

    @Override
    public String toString() {
      var told =
          IntStream.range(0, steps.size())
              .mapToObj(i -> "%n  %2d. %s".formatted(i + 1, steps.get(i)))
              .collect(Collectors.joining());
      return (model ? "With a model in force:" : "Without a model:") + told;
    }
  }

  @Provide
  Arbitrary<History> histories() {
    var numbers = Arbitraries.integers().between(0, 99);
    var whats =
        Arbitraries.of(
            Arrays.stream(HouseStep.What.values())
                .flatMap(what -> Collections.nCopies(what.weight, what).stream())
                .toList());
    var steps =
        Combinators.combine(
                whats, Arbitraries.integers().between(0, HouseStep.CUSTOMERS - 1), numbers, numbers)
            .as(HouseStep::new);
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(2, false), Tuple.of(1, true)),
            steps.list().ofMinSize(STEPS / 2).ofMaxSize(STEPS))
        .as(History::new);
  }

  @BeforeProperty
  void wire() throws Exception {
    new TestContextManager(getClass()).prepareTestInstance(this);
  }

  @BeforeTry
  void clean() throws Exception {
    CleanTables.restore(spring);
    clock.setDay(MovableClock.START);
  }

  @Property(seed = "20260601", edgeCases = EdgeCasesMode.NONE)
  void theInvariantsHoldAfterEveryStep(@ForAll("histories") History history) {
    var world = spring.getBean(HouseWorld.class);
    world.begin(history.model());
    for (var step : history.steps()) {
      world.happens(step);
      check.holds(world.model);
      if (step.what() == HouseStep.What.NIGHT) {
        check.theTwiceLostHaveTheirLetter();
      }
    }
    world.foldsEverythingAtOnce();
    CopiesAgree.require(spring.getBean(DataSource.class));
  }
}
