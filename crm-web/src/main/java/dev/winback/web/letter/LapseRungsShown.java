package dev.winback.web.letter;

import dev.winback.lapse.LapseId;
import dev.winback.letter.LapseRungs;
import dev.winback.letter.RungOfLapse;
import dev.winback.web.layout.Shell;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rungs of one lapse as the customer's page tells them; templates reach it as {@code
 * @lapseRungsShown}.
 */
@Component("lapseRungsShown")
public class LapseRungsShown {

  private final LapseRungs letters;
  private final LadderShown ladder;
  private final Wording wording;
  private final Shown shown;
  private final Shell shell;

  LapseRungsShown(
      LapseRungs letters, LadderShown ladder, Wording wording, Shown shown, Shell shell) {
    this.letters = letters;
    this.ladder = ladder;
    this.wording = wording;
    this.shown = shown;
    this.shell = shell;
  }

  /** A rung by its name, what became of it or will, and the letter, if there is one. */
  public record Line(String name, String what, @Nullable Long letter) {}

  public List<Line> of(long lapse) {
    var rungs = ladder.rungs();
    return letters.of(new LapseId(lapse), Objects.requireNonNull(shell.actor())).stream()
        .map(rung -> line(ladder.named(rung.number(), rung.height(), rungs), rung))
        .toList();
  }

  private Line line(String name, RungOfLapse rung) {
    var letter = rung.letter();
    return new Line(name, what(rung), letter == null ? null : letter.value());
  }

  private String what(RungOfLapse rung) {
    var status = rung.status();
    if (status == null) {
      return none(rung);
    }
    if (rung.putOffUntil() != null) {
      return wording.of("letter.put-off.until", shown.moment(rung.putOffUntil()));
    }
    return switch (status) {
      case SENT -> wording.of("letter.lapse.sent", moment(rung.sentAt()));
      case CONTROL -> wording.of("letter.reason.control");
      default -> because("letter.state." + status.code(), rung);
    };
  }

  private String none(RungOfLapse rung) {
    var due = rung.due();
    return switch (rung.prospect()) {
      case LATER -> wording.of("letter.lapse.later", due == null ? "" : shown.day(due));
      case PASSED -> because("letter.lapse.passed", rung);
      default -> wording.of("letter.lapse." + rung.prospect().code());
    };
  }

  /** What it is, because, and until when if that ends by itself. */
  private String because(String key, RungOfLapse rung) {
    var reason = rung.reason();
    var what = wording.of(key);
    if (reason == null) {
      return what;
    }
    var why = wording.of("letter.reason." + reason.code());
    var until = rung.until();
    return wording.of(
        "letter.lapse.because",
        what,
        until == null ? why : wording.of("letter.dry-run.until", why, shown.dayOrMoment(until)));
  }

  private String moment(@Nullable Instant at) {
    return at == null ? "" : shown.moment(at);
  }
}
