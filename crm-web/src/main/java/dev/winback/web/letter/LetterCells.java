package dev.winback.web.letter;

import dev.winback.letter.LetterRow;
import dev.winback.letter.Rung;
import dev.winback.web.layout.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A letter as a row of a file: what its page tells to whoever may open it. */
@Component
class LetterCells {

  static final Object[] COLUMNS =
      "letter,customer,name,rung,rung_name,state,reason,percent,coupon,due_on,announced_at,sent_at,address,message_id,answer"
          .split(",");

  private final LadderShown ladder;
  private final Wording wording;

  LetterCells(LadderShown ladder, Wording wording) {
    this.ladder = ladder;
    this.wording = wording;
  }

  @Nullable Object[] of(LetterRow row, List<Rung> rungs) {
    var reason = row.reason();
    return new @Nullable Object[] {
      row.id().value(),
      row.ref(),
      row.customer(),
      row.rung(),
      ladder.named(row.rung(), row.height(), rungs),
      row.status().code(),
      reason == null ? null : reason.code(),
      row.percent(),
      row.coupon(),
      row.dueOn(),
      row.announcedAt(),
      row.sentAt(),
      row.trace().address(),
      row.trace().messageId(),
      row.nodeLost() ? wording.of("letter.in-doubt.node-lost") : row.trace().answer()
    };
  }
}
