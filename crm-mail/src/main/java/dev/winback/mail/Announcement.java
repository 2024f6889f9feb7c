package dev.winback.mail;

import java.util.function.BooleanSupplier;

/** Asked once, before the final step of a letter: true when it is committed that it follows now. */
@FunctionalInterface
interface Announcement extends BooleanSupplier {

  /** Said after a true one, when nothing is left to do but the final step. */
  default void dotFollows() {}
}
