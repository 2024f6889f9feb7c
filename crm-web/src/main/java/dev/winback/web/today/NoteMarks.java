package dev.winback.web.today;

import dev.winback.reason.Reason;
import dev.winback.shared.BusinessClock;
import dev.winback.web.layout.ReasonWords;
import dev.winback.web.layout.Shell;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a note says by #price, "@promise samples" and "by Friday", offered for the fields of the
 * card; nothing is filled in before somebody takes it.
 */
@Component
class NoteMarks {

  /** One find: the word for it, the field it belongs to (null: nowhere) and what goes there. */
  record Mark(String kind, @Nullable String field, String value, Object shown) {}

  private static final Pattern REASON = Pattern.compile("(?<!\\S)#([\\p{L}\\d-]{2,40})");
  private static final Pattern PROMISE =
      Pattern.compile("(?<!\\S)@promise\\s+([^.;\\n#@]{2,300})", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:by|on|until|next)\\s+(tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final int MOST = 5;

  private final ReasonWords reasons;
  private final Shell shell;
  private final BusinessClock clock;

  NoteMarks(ReasonWords reasons, Shell shell, BusinessClock clock) {
    this.shell = shell;
    this.reasons = reasons;
    this.clock = clock;
  }

  /** At most five, reasons first. */
  public List<Mark> of(@Nullable String note) {
    var marks = new ArrayList<Mark>();
    if (note != null) {
      REASON.matcher(note).results().map(found -> reason(found.group(1))).forEach(marks::add);
      PROMISE.matcher(note).results().map(found -> promise(found.group(1))).forEach(marks::add);
      DAY.matcher(note).results().map(found -> day(found.group(1))).forEach(marks::add);
    }
    return marks.stream().distinct().limit(MOST).toList();
  }

  private Mark reason(String word) {
    return known(word)
        .map(one -> new Mark("reason", "talk-reason", one.code(), reasons.of(one)))
        .orElse(new Mark("unknown", null, word, word));
  }

  /** The code itself goes before one that begins so, and codes go before words. */
  private Optional<Reason> known(String word) {
    var asked = word.toLowerCase(Locale.ROOT);
    var all = reasons.choices(null).values().stream().flatMap(List::stream).toList();
    return all.stream()
        .filter(one -> one.code().equals(asked))
        .findFirst()
        .or(() -> all.stream().filter(one -> one.code().startsWith(asked)).findFirst())
        .or(
            () ->
                all.stream()
                    .filter(one -> reasons.of(one).toLowerCase(Locale.ROOT).startsWith(asked))
                    .findFirst());
  }

  private static Mark promise(String words) {
    return new Mark("promise", "talk-promise", words.strip(), words.strip());
  }

  private Mark day(String word) {
    var day = next(word.toUpperCase(Locale.ROOT), today());
    return new Mark("day", "on", day.toString(), day);
  }

  private LocalDate today() {
    var actor = shell.actor();
    return actor == null ? clock.today() : clock.today(actor.zone());
  }

  private static LocalDate next(String word, LocalDate today) {
    return word.equals("TOMORROW")
        ? today.plusDays(1)
        : today.with(TemporalAdjusters.next(DayOfWeek.valueOf(word)));
  }
}
