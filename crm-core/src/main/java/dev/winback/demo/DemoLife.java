package dev.winback.demo;

/** One demo customer with his fate and his history. */
record DemoLife(DemoCustomer person, Fate fate, DemoHistory history) {

  String ref() {
    return person.ref();
  }
}
