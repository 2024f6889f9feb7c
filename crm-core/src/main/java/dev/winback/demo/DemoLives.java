package dev.winback.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The 800 lives of the demo firm, the same ones for the same day. */
final class DemoLives {

  private static final long SEED = 20_260_601L;

  private DemoLives() {}

  static List<DemoLife> until(LocalDate today) {
    var random = new Random(SEED);
    var fates = new ArrayList<>(Arrays.asList(Fate.ofAll()));
    // so that a customer's number says nothing about his fate
    Collections.shuffle(fates, random);
    var lives = new ArrayList<DemoLife>();
    for (int number = 1; number <= fates.size(); number++) {
      var fate = fates.get(number - 1);
      var person = DemoPeople.person(number, fate.returns(), random);
      lives.add(new DemoLife(number, person, fate, DemoHistory.of(fate, today, random)));
    }
    return lives;
  }
}
