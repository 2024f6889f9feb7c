package dev.winback.mail;

import java.util.function.BooleanSupplier;

/** Carries letters of one worker; the announcement is asked exactly once, before the final step. */
interface Postman extends AutoCloseable {

  Outcome deliver(Envelope envelope, BooleanSupplier announcement);

  @Override
  void close();
}
