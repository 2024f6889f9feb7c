package dev.winback.mail;

import dev.winback.letter.DueLetter;
import dev.winback.letter.Journal;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.mail.Outcome.Kind;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Unquoted;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, letter by letter: claim, render, carry, record (letters.md). */
final class LetterSender {

  private static final Logger LOG = LoggerFactory.getLogger(LetterSender.class);

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
      Tries.of(journal::flush);
    }
  }

  private int carryAll(Postman postman) {
    int carried = 0;
    boolean goesOn = true;
    while (goesOn && !Thread.currentThread().isInterrupted()) {
      var letters = new ArrayDeque<>(outbox.claim(node, pace.batch(), pace.lease()));
      int claimed = letters.size();
      if (claimed == 0) {
        return carried;
      }
      try {
        goesOn = carry(letters, postman);
      } finally {
        carried += claimed - letters.size();
        giveBack(letters);
      }
    }
    return carried;
  }

  /**
   * Takes from the letters what was tried; the rest is left when the node is asked to stop, or when
   * the first letters have shown that the others need not be tried. False: the relay is not there.
   */
  private boolean carry(Queue<DueLetter> letters, Postman postman) {
    var letter = letters.peek();
    while (letter != null && !Thread.currentThread().isInterrupted()) {
      var became = send(letter, postman);
      letters.remove();
      if (became == Kind.RELAY_DOWN || became == Kind.SENDER_REFUSED) {
        return false;
      }
      if (became != Kind.SENT && outbox.stopped(letter.rung())) {
        return true;
      }
      letter = letters.peek();
    }
    return true;
  }

  /** Whatever ended the round: nobody waits for the lease of a letter that was not tried. */
  private void giveBack(Collection<DueLetter> letters) {
    if (!letters.isEmpty()) {
      Tries.of(() -> outbox.putBack(letters.stream().map(DueLetter::id).toList(), node));
    }
  }

  private Kind send(DueLetter letter, Postman postman) {
    RenderedLetter rendered;
    Envelope envelope;
    try {
      rendered = renderer.render(letter.content());
      envelope = envelope(letter, rendered);
    } catch (IllegalArgumentException | com.samskivert.mustache.MustacheException e) {
      LOG.error("Letter {} cannot be written: {}", letter.id().value(), Unquoted.of(e));
      outbox.failed(letter, node, 0, "not written: " + e.getMessage(), false);
      return Kind.FAILED;
    }
    var outcome = postman.deliver(envelope, new Own(letter, rendered));
    Tries.of(() -> settle(letter, outcome));
    return outcome.kind();
  }

  /** The announcement of one letter, and when it was committed. */
  private final class Own implements Announcement {

    private final DueLetter letter;
    private final RenderedLetter rendered;
    private long committed;

    Own(DueLetter letter, RenderedLetter rendered) {
      this.letter = letter;
      this.rendered = rendered;
    }

    @Override
    public boolean getAsBoolean() {
      return journal.announce(
          letter, rendered, node, pace.margin(), pace.replyWait(), at -> committed = at);
    }

    @Override
    public void dotFollows() {
      journal.dotFollows(committed);
    }
  }

  private Envelope envelope(DueLetter letter, RenderedLetter rendered) {
    var leaving = letter.tracked().in(rendered);
    var message = LetterMessage.build(letter, leaving, from, clock.instant());
    return new Envelope(letter, LetterMessage.senderName(letter), rendered.subject(), message);
  }

  private void settle(DueLetter letter, Outcome outcome) {
    var id = letter.id();
    int code = outcome.code();
    var reply = outcome.reply();
    switch (outcome.kind()) {
      case SENT -> journal.sent(id, node, code, reply);
      case HELD -> outbox.putBack(List.of(id), node);
      case FAILED -> outbox.failed(letter, node, code, reply, false);
      case DEAD_MAILBOX -> outbox.failed(letter, node, code, reply, true);
      case IN_DOUBT -> doubt(letter, reply);
      case RELAY_DOWN -> relay(letter, reply, false);
      case SENDER_REFUSED -> senderRefused(letter, outcome);
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

  /**
   * Some servers say so only after the dot, when the letter was announced: a refusal is an answer,
   * so it was not delivered and stands in line again.
   */
  private void senderRefused(DueLetter letter, Outcome outcome) {
    outbox.putBack(List.of(letter.id()), node);
    outbox.later(letter.id(), node, outcome.code(), outcome.reply(), outcome.delay());
    outbox.relayFailed(outcome.reply(), true);
  }

  private void relay(DueLetter letter, String reply, boolean needsPerson) {
    outbox.putBack(List.of(letter.id()), node);
    outbox.relayFailed(reply, needsPerson);
  }
}
