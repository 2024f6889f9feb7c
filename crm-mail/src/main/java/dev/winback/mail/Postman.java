package dev.winback.mail;

/** Carries letters of one worker; the announcement is asked exactly once, before the final step. */
interface Postman extends AutoCloseable {

  Outcome deliver(Envelope envelope, Announcement announcement);

  @Override
  void close();
}
