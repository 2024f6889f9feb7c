package dev.winback.experiment;

import java.time.LocalDate;

/** Whose time to come back began on a day and is over: how many returned of each group. */
public record Step(LocalDate day, Share treated, Share control) {

  static Step none(LocalDate day) {
    return new Step(day, Share.NONE, Share.NONE);
  }

  Step plus(Step later) {
    return new Step(later.day, treated.plus(later.treated), control.plus(later.control));
  }

  long heads() {
    return treated.of() + control.of();
  }

  /** What the two groups together tell: half the harmonic mean of their sizes. */
  double information() {
    return treated.of() == 0 || control.of() == 0
        ? 0
        : 1 / (1.0 / treated.of() + 1.0 / control.of());
  }
}
