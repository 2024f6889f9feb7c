package dev.winback.demo;

import java.time.LocalDate;

/** One demo customer with his number, his fate and his history. */
record DemoLife(int number, DemoCustomer person, Fate fate, DemoHistory history) {

  String ref() {
    return person.ref();
  }

  /** What happens on the nth day on which something is due to him. */
  Touch touch(int nth) {
    return switch (fate) {
      case RETURNED_BY_CALL -> Touch.CALL;
      case RETURNED_BY_HIMSELF -> number % 3 == 0 ? Touch.NOTHING : Touch.KEPT_BACK;
      case SILENT_180, SILENT_360 -> kept(nth) ? Touch.KEPT_BACK : Touch.LETTER;
      default -> Touch.LETTER;
    };
  }

  /** Three of seven from the first letter, one of five from the second. */
  private boolean kept(int nth) {
    return nth == 0 ? number % 7 < 3 : number % 5 < 1;
  }

  static boolean within(LocalDate day, LocalDate after, LocalDate until) {
    return day.isAfter(after) && !day.isAfter(until);
  }

  /** What is done about a loss of the past. */
  enum Touch {
    CALL,
    LETTER,
    /** Drawn by lot to get no letter, to compare with. */
    KEPT_BACK,
    NOTHING
  }
}
