package dev.winback.mail;

import dev.winback.letter.Mailbox;

/** The same protocol without a relay: the letter lands on the mailbox page. */
final class MailboxPostman implements Postman {

  private final Mailbox mailbox;

  MailboxPostman(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public Outcome deliver(Envelope envelope, Announcement announcement) {
    if (!announcement.getAsBoolean()) {
      return Outcome.of(Outcome.Kind.HELD, 0, "");
    }
    announcement.dotFollows();
    mailbox.deliver(envelope.letter(), envelope.sender(), envelope.subject(), envelope.message());
    return Outcome.of(Outcome.Kind.SENT, 250, "mailbox");
  }

  @Override
  public void close() {}
}
