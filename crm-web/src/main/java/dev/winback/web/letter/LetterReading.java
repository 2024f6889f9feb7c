package dev.winback.web.letter;

import dev.winback.letter.HoldReason;
import dev.winback.letter.LetterDetail;
import dev.winback.letter.LetterId;
import dev.winback.letter.LetterRow;
import dev.winback.letter.LetterStatus;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.WaitingLetters;
import dev.winback.mail.LetterRenderer;
import dev.winback.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A letter to read: as it left, or one that waits as it would leave at this moment. */
@Component
class LetterReading {

  private final WaitingLetters waiting;
  private final LetterRenderer renderer;

  LetterReading(WaitingLetters waiting, LetterRenderer renderer) {
    this.waiting = waiting;
    this.renderer = renderer;
  }

  /** Null: its words are not kept, it never leaves, or it could not be written. */
  @Nullable RenderedLetter of(LetterDetail letter, Actor actor) {
    var html = letter.html();
    return html == null
        ? waiting(letter.row().id(), actor)
        : new RenderedLetter(String.valueOf(letter.subject()), html, String.valueOf(letter.text()));
  }

  private @Nullable RenderedLetter waiting(LetterId id, Actor actor) {
    try {
      return waiting.content(id, actor).map(renderer::render).orElse(null);
    } catch (IllegalArgumentException unwritable) {
      return null; // the sender fails such a letter and says why
    }
  }

  /** What would hold a letter that waits for a person, if somebody let it go now. */
  WaitingLetters.@Nullable Hold hold(LetterRow row, Actor actor) {
    return inReview(row) ? waiting.hold(row.id(), actor).orElse(null) : null;
  }

  private static boolean inReview(LetterRow row) {
    return row.status() == LetterStatus.HELD && row.reason() == HoldReason.REVIEW;
  }
}
