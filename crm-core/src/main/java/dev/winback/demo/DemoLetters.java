package dev.winback.demo;

import dev.winback.letter.Ladder;
import dev.winback.letter.Mode;
import dev.winback.letter.RungEdit;
import dev.winback.staff.Staff;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The letters and calls of the demo firm's past, with the losses that were kept back from a letter,
 * and its ladder as it stands today.
 */
@Component
class DemoLetters {

  /** Percent of the first letter. */
  private static final int KEPT_BACK = 40;

  private final DemoFacts facts;
  private final Ladder ladder;
  private final Staff staff;

  DemoLetters(DemoFacts facts, Ladder ladder, Staff staff) {
    this.facts = facts;
    this.ladder = ladder;
    this.staff = staff;
  }

  void touch(DemoLife life, LocalDate after, LocalDate until) {
    for (var deed : life.history().work().deeds()) {
      if (DemoLife.within(deed.day(), after, until)) {
        touch(life, deed);
      }
    }
  }

  private void touch(DemoLife life, DemoWork.Deed deed) {
    switch (deed.act()) {
      case CALL, MISSED -> facts.call(life.ref(), deed, note(life.fate()));
      case LETTER -> facts.letter(life.ref(), deed.day(), false);
      case KEPT_BACK -> facts.letter(life.ref(), deed.day(), true);
    }
  }

  private static String note(Fate fate) {
    return fate.returns()
        ? "Missed the delivery date twice. Wants one contact who calls back."
        : "Has no need at the moment. Asks for the new price list.";
  }

  /**
   * Letters wait for a person, as a careful firm begins, and some are kept back, so that in a year
   * it knows what they bring: many from the first, which most get, few from the last.
   */
  void turnOn() {
    var marketing = staff.actor("marketing");
    for (var rung : ladder.rungs(marketing)) {
      int kept = KEPT_BACK / rung.number();
      ladder.edit(
          rung.number(),
          new RungEdit(rung.days(), rung.percent(), rung.couponDays(), kept, null),
          marketing);
      ladder.turn(rung.number(), Mode.REVIEW, true, marketing);
    }
  }
}
