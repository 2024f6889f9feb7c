package dev.winback.web.letter;

import dev.winback.letter.LetterRow;
import dev.winback.letter.LetterStatus;
import dev.winback.letter.Rung;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.layout.Shapes;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.unbescape.uri.UriEscape;

/** The rows of the list of letters as its page shows them, by {@code letter/letter-row}. */
@Component
class LetterLines {

  private final Shapes shapes;
  private final LadderShown ladder;
  private final CareShown care;
  private final Shown shown;
  private final Wording wording;

  LetterLines(Shapes shapes, LadderShown ladder, CareShown care, Shown shown, Wording wording) {
    this.shapes = shapes;
    this.ladder = ladder;
    this.care = care;
    this.shown = shown;
    this.wording = wording;
  }

  /** Each letter remembers the list that it is opened from. */
  String html(List<LetterRow> rows, List<Rung> rungs, String list) {
    var fragile = care.fragile(rows.stream().map(LetterRow::ref).toList());
    var from = "?from=" + UriEscape.escapeUriQueryParam(list);
    var page = new StringBuilder();
    for (var row : rows) {
      var shape = Map.of("fragile", fragile.contains(row.ref()));
      shapes.write(page, "letter/letter-row", shape, words(row, rungs, from));
    }
    return page.toString();
  }

  private Map<String, Object> words(LetterRow row, List<Rung> rungs, String from) {
    var words = new HashMap<String, Object>();
    words.put("id", row.id().value());
    words.put("link", "/letters/" + row.id().value() + from);
    words.put("person", "/customers/" + UriEscape.escapeUriPath(row.ref()));
    words.put("customer", row.customer());
    words.put("tint", tint(row.status()));
    words.put("state", wording.of("letter.state." + row.status().code()));
    words.put("why", why(row));
    words.put("rung", ladder.named(row.rung(), row.height(), rungs));
    words.put("percent", row.percent() > 0 || row.rung() > 0 ? row.percent() : "–");
    words.put("coupon", Objects.requireNonNullElse(row.coupon(), ""));
    words.put("due", shown.day(row.dueOn()));
    words.put("sent", row.sentAt() == null ? "" : shown.moment(row.sentAt()));
    return words;
  }

  private static String tint(LetterStatus status) {
    return switch (status) {
      case PLANNED, CLAIMED -> "info";
      case HELD -> "warning";
      case IN_DOUBT, FAILED -> "danger";
      case SENT -> "success";
      case SUPPRESSED -> "outline";
      case CONTROL -> "purple";
    };
  }

  /** Until when, where that is known. */
  private String why(LetterRow row) {
    if (row.putOffUntil() != null) {
      return wording.of("letter.put-off.until", shown.moment(row.putOffUntil()));
    }
    var reason = row.reason();
    var why = reason == null ? "" : wording.of("letter.reason." + reason.code());
    return row.holdUntil() == null
        ? why
        : wording.of("letter.dry-run.until", why, shown.dayOrMoment(row.holdUntil()));
  }
}
