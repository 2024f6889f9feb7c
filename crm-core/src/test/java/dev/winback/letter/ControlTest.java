package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The control share: drawn by hash of the lapse, the same arm on every rung and every night. */
@CoreTest
class ControlTest {

  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired LadderStories stories;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  @Test
  void aLapseStaysInItsArmAndNobodyInControlGetsACoupon() {
    for (int i = 0; i < 100; i++) {
      stories.silent("C" + i, 100);
    }
    for (int rung = 1; rung <= 3; rung++) {
      ladder.edit(rung, new RungEdit(rung * 100, 10, 30, 40, null), stories.marketing());
    }
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    var first = control(1);
    assertThat(first).hasSizeBetween(25, 55);
    time.setDay(clock.today().plusDays(100));
    letters.plan(clock.today());
    assertThat(control(2)).isEqualTo(first);
    assertThat(
            stories.one(
                "select count(*) from coupon k join letter e on e.id = k.letter_id where e.state = 'CONTROL'",
                Long.class))
        .isZero();
  }

  private TreeSet<String> control(int rung) {
    var arm = new TreeSet<String>();
    stories
        .letters()
        .forEach(
            (letter, what) -> {
              if (letter.endsWith("/" + rung) && what.startsWith("CONTROL")) {
                arm.add(letter.substring(0, letter.indexOf('/')));
              }
            });
    return arm;
  }
}
