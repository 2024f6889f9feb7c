package dev.winback.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

/** The 800 lives of the demo firm, the same ones for the same day. */
final class DemoLives {

  /** One of hundreds with which last year's losses came back about as often as those before. */
  private static final long SEED = 20_260_837L;

  /** Multiples of it, less their whole part, lie evenly between 0 and 1 in no order. */
  private static final double GOLDEN = 0.618_034;

  private DemoLives() {}

  static List<DemoLife> until(LocalDate today) {
    var random = new Random(SEED);
    var fates = new ArrayList<>(Arrays.asList(Fate.ofAll()));
    // so that a customer's number says nothing about his fate
    Collections.shuffle(fates, random);
    var lives = new ArrayList<DemoLife>();
    var alike = new EnumMap<Fate, Integer>(Fate.class);
    for (int number = 1; number <= fates.size(); number++) {
      var fate = fates.get(number - 1);
      var person = DemoPeople.person(number, fate.returns(), random);
      double share = alike.merge(fate, 1, Integer::sum) * GOLDEN % 1;
      lives.add(new DemoLife(number, person, fate, DemoHistory.of(fate, share, today, random)));
    }
    return lives;
  }
}
