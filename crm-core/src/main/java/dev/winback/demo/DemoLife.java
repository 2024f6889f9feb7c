package dev.winback.demo;

import java.time.LocalDate;

/** One demo customer with his number, his fate and his history. */
record DemoLife(int number, DemoCustomer person, Fate fate, DemoHistory history) {

  String ref() {
    return person.ref();
  }

  static boolean within(LocalDate day, LocalDate after, LocalDate until) {
    return day.isAfter(after) && !day.isAfter(until);
  }
}
