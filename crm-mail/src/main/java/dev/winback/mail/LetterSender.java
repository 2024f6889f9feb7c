package dev.winback.mail;

import dev.winback.letter.DueLetter;
import dev.winback.letter.Journal;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.shared.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Sends what is due, letter by letter: claim, render, carry, record (letters.md). */
final class LetterSender {

  private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);
  private static final int RECORD_TRIES = 3;

  private final Outbox outbox;
  private final Journal journal;
  private final LetterRenderer renderer;
  private final BusinessClock clock;
  private final String from;
  private final String node;
  private final Pace pace;

  LetterSender(
      Outbox outbox,
      Journal journal,
      LetterRenderer renderer,
      BusinessClock clock,
      String from,
      String node,
      Pace pace) {
    this.outbox = outbox;
    this.journal = journal;
    this.renderer = renderer;
    this.clock = clock;
    this.from = from;
    this.node = node;
    this.pace = pace;
  }

  /** Works until nothing is due; the number of letters carried. */
  int round(Postman postman) {
    try {
      return carryAll(postman);
    } finally {
      tried(journal::flush);
    }
  }

  private int carryAll(Postman postman) {
    int carried = 0;
    while (!Thread.currentThread().isInterrupted()) {
      var letters = outbox.claim(node, pace.batch(), pace.lease());
      if (letters.isEmpty()) {
        return carried;
      }
      for (var letter : letters) {
        carry(letter, postman);
      }
      carried += letters.size();
    }
    return carried;
  }

  /** A node that is asked to stop gives back what it has claimed. */
  private void carry(DueLetter letter, Postman postman) {
    if (Thread.currentThread().isInterrupted()) {
      outbox.putBack(letter.id(), node);
    } else {
      send(letter, postman);
    }
  }

  private void send(DueLetter letter, Postman postman) {
    RenderedLetter rendered;
    Envelope envelope;
    try {
      rendered = renderer.render(letter.content());
      envelope = envelope(letter, rendered);
    } catch (IllegalArgumentException | com.samskivert.mustache.MustacheException e) {
      LOG.error("Letter {} cannot be written: {}", letter.id().value(), e.getClass().getName());
      outbox.failed(letter, node, 0, "not written: " + e.getMessage(), false);
      return;
    }
    var outcome =
        postman.deliver(
            envelope,
            () -> journal.announce(letter, rendered, node, pace.margin(), pace.replyWait()));
    tried(() -> settle(letter, outcome));
  }

  private Envelope envelope(DueLetter letter, RenderedLetter rendered) {
    var leaving = letter.tracked().in(rendered);
    var message = LetterMessage.build(letter, leaving, from, clock.instant());
    return new Envelope(letter, LetterMessage.senderName(letter), rendered.subject(), message);
  }

  /** An answer is worth more than one try: unrecorded it makes a letter in doubt. */
  private static void tried(Runnable record) {
    for (int tries = 1; ; tries++) {
      try {
        record.run();
        return;
      } catch (DataAccessException e) {
        if (tries == RECORD_TRIES) {
          throw e;
        }
      }
    }
  }

  private void settle(DueLetter letter, Outcome outcome) {
    var id = letter.id();
    int code = outcome.code();
    var reply = outcome.reply();
    switch (outcome.kind()) {
      case SENT -> journal.sent(id, node, code, reply);
      case HELD -> outbox.putBack(id, node);
      case FAILED -> outbox.failed(letter, node, code, reply, false);
      case DEAD_MAILBOX -> outbox.failed(letter, node, code, reply, true);
      case IN_DOUBT -> doubt(letter, reply);
      case RELAY_DOWN -> relay(letter, reply, false);
      case SENDER_REFUSED -> relay(letter, reply, true);
      default -> postpone(letter, outcome);
    }
  }

  private void postpone(DueLetter letter, Outcome outcome) {
    var id = letter.id();
    int code = outcome.code();
    var reply = outcome.reply();
    switch (outcome.kind()) {
      case CLOSING -> outbox.closed(id, node, code, reply, outcome.delay());
      case SLOWER -> outbox.slower(id, node, code, reply, outcome.delay());
      case FULL -> outbox.full(letter, node, code, reply, outcome.delay());
      case BROKEN -> {
        outbox.later(id, node, code, reply, outcome.delay());
        outbox.relayFailed(reply, false);
      }
      default -> outbox.later(id, node, code, reply, outcome.delay());
    }
  }

  private void doubt(DueLetter letter, String reply) {
    outbox.inDoubt(letter.id(), node, reply);
    outbox.relayFailed(reply, false);
  }

  private void relay(DueLetter letter, String reply, boolean needsPerson) {
    outbox.putBack(letter.id(), node);
    outbox.relayFailed(reply, needsPerson);
  }
}
