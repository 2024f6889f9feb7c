package dev.winback.mail;

import dev.winback.letter.DueLetter;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.TestLetters;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends a draft to the member who writes it; nothing waits for it and nothing is sent again. */
@Component
public class TestSender {

  private final TestLetters tests;
  private final LetterRenderer renderer;
  private final Postmen postmen;
  private final Settings settings;
  private final BusinessClock clock;

  TestSender(
      TestLetters tests,
      LetterRenderer renderer,
      Postmen postmen,
      Settings settings,
      BusinessClock clock) {
    this.tests = tests;
    this.renderer = renderer;
    this.postmen = postmen;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The number of the test letter, whose subject is marked as one; refused, with the answer of the
   * mail server, when it did not go.
   */
  public long send(
      int number,
      LetterTemplate draft,
      @Nullable String language,
      @Nullable String customer,
      UnaryOperator<String> marked,
      Actor actor) {
    var booked = tests.book(number, draft, language, customer, actor);
    var letter = renderer.render(booked.letter().content());
    var rendered = letter.titled(marked.apply(letter.subject()));
    tests.sent(booked.id(), rendered, carried(booked.letter(), rendered));
    return booked.id();
  }

  /** Null: letters of the demo firm stay on this machine. */
  private @Nullable String carried(DueLetter letter, RenderedLetter rendered) {
    try (var postman = postmen.hire().orElse(null)) {
      if (postman == null) {
        throw new Refused("letter.refused.test-relay");
      }
      return postman instanceof MailboxPostman
          ? null
          : delivered(postman.deliver(envelope(letter, rendered), () -> true));
    }
  }

  private Envelope envelope(DueLetter letter, RenderedLetter rendered) {
    var from = settings.mail().from();
    var message = LetterMessage.build(letter, rendered, from, clock.instant());
    return new Envelope(letter, LetterMessage.senderName(letter), rendered.subject(), message);
  }

  private static String delivered(Outcome outcome) {
    if (outcome.kind() != Outcome.Kind.SENT) {
      throw new Refused("letter.refused.test-not-sent", outcome.reply());
    }
    return outcome.reply();
  }
}
