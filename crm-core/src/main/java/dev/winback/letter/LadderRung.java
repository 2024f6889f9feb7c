package dev.winback.letter;

import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rung as marketing changes it. */
@Entity
@Table(name = "rung")
class LadderRung {

  @Id private int number;
  private @Nullable Integer days;
  private int percent;
  private String mode = "off";
  private int control;
  private int couponDays;
  private @Nullable LocalDate since;
  private boolean backlog;
  private long templateId;
  @Version private long version;

  protected LadderRung() {}

  /** Days, percent, control in percent and days of validity; each refused outside its range. */
  void edit(RungEdit edit) {
    if (number > 0) {
      days = within("days", edit.days() == null ? 0 : edit.days(), 1, 3650);
    }
    percent = within("percent", edit.percent(), least(), PromptKind.mayOffer(number) ? 100 : 0);
    control = within("control", edit.control(), 0, PromptKind.mayCompare(number) ? 90 : 0);
    couponDays = within("couponDays", edit.couponDays(), fault() ? PromptKind.LONG_ENOUGH : 1, 365);
  }

  /** Who admits a fault offers something, and for long enough (LET-18). */
  private boolean fault() {
    return number == PromptKind.FAULT.rung();
  }

  private int least() {
    return fault() ? 1 : 0;
  }

  private static int within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw Refused.field(field, "letter.refused.range", value, least, most);
    }
    return value;
  }

  /** A later rung is due later: otherwise "the highest rung reached" would have no meaning. */
  void requireOrder(List<LadderRung> all) {
    for (var other : all) {
      if (other.number > 0 && number > 0 && outOfOrder(other)) {
        throw Refused.field("days", "letter.refused.order", due(), other.number, other.due());
      }
    }
  }

  private boolean outOfOrder(LadderRung other) {
    int place = Integer.compare(number, other.number);
    return place != 0 && Integer.signum(Integer.compare(due(), other.due())) != place;
  }

  private int due() {
    return days == null ? 0 : days;
  }

  /** On from today for who reaches the rung; with backlog also for those already silent longer. */
  void turn(Mode to, boolean withBacklog, LocalDate today) {
    if (to == Mode.OFF) {
      since = null;
    } else if (mode() == Mode.OFF || since == null) {
      since = today;
    }
    mode = to.code();
    backlog = to != Mode.OFF && withBacklog;
  }

  void writeWith(long template) {
    templateId = template;
  }

  int number() {
    return number;
  }

  Mode mode() {
    return Mode.valueOf(mode.toUpperCase(Locale.ROOT));
  }

  void requireVersion(@Nullable Long expected) {
    if (expected != null && expected != version) {
      throw new Outdated("letter.refused.rung-changed");
    }
  }

  Rung toRung() {
    return new Rung(
        number, days, percent, mode(), backlog, since, control, couponDays, templateId, version);
  }
}
