package dev.winback.letter;

import dev.winback.shared.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
  private String unit = "days";
  private @Nullable BigDecimal amount;
  private String classes = "";
  private String[] reasons = {};
  private String channel = "open";
  private @Nullable String gives;
  private @Nullable String offerKind;
  private @Nullable BigDecimal budget;
  private @Nullable Integer quota;
  private @Nullable Instant retiredAt;
  private long templateId;
  @Version private @Nullable Long version;

  protected LadderRung() {}

  LadderRung(int number, long templateId) {
    this.number = number;
    this.templateId = templateId;
  }

  /** Days, percent, control in percent and days of validity; each refused outside its range. */
  void edit(RungEdit edit) {
    var terms = edit.terms() == null ? terms() : edit.terms().checked();
    if (number > 0) {
      days = within("days", terms.days(edit.days()), 1, 3650);
      agree(terms);
    } else if (PromptKind.mayGive(number)) {
      gives = terms.gives();
      offerKind = terms.offerKind();
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

  private void agree(RungTerms terms) {
    unit = terms.unit().code();
    amount = terms.amount();
    classes = terms.classes();
    reasons = terms.reasons().toArray(String[]::new);
    channel = terms.channel().code();
    gives = terms.gives();
    offerKind = terms.offerKind();
    budget = terms.budget();
    quota = terms.quota();
  }

  private static int within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw Refused.field(field, "letter.refused.range", value, least, most);
    }
    return value;
  }

  /**
   * No two rungs stand for the same moment, and an edit moves none past another: otherwise nobody
   * could say which is the higher one.
   */
  void requirePlace(List<LadderRung> all, int before) {
    for (var other : all) {
      if (onLadder() && other.onLadder() && other.number != number && passes(other, before)) {
        throw Refused.field("days", "letter.refused.order", due(), other.due());
      }
    }
  }

  /** Before 0: it is new. */
  private boolean passes(LadderRung other, int before) {
    int side = Integer.compare(due(), other.due());
    return side == 0 || before > 0 && side != Integer.compare(before, other.due());
  }

  boolean onLadder() {
    return number > 0 && retiredAt == null;
  }

  /** The same moment as one that was taken off the ladder: it is that rung again (I2). */
  boolean was(RungTerms terms, int aboutDays) {
    return retiredAt != null
        && unit.equals(terms.unit().code())
        && Objects.equals(amount, terms.amount())
        && due() == aboutDays;
  }

  int due() {
    return days == null ? 0 : days;
  }

  /** Off the ladder; what waits is held, and what was sent counts on. */
  void retire(Instant now) {
    if (retiredAt == null) {
      turn(Mode.OFF, false, LocalDate.MIN);
      retiredAt = now;
    }
  }

  /** Off, whatever it was when it was taken off. */
  void restore() {
    if (retiredAt != null) {
      turn(Mode.OFF, false, LocalDate.MIN);
      retiredAt = null;
    }
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

  boolean changedSince(@Nullable Long expected) {
    return expected != null && !expected.equals(version);
  }

  private RungTerms terms() {
    return new RungTerms(
        RungUnit.ofCode(unit),
        amount,
        classes,
        List.of(reasons),
        RungChannel.ofCode(channel),
        gives,
        offerKind,
        budget,
        quota);
  }

  Rung toRung() {
    return new Rung(
        number,
        days,
        percent,
        mode(),
        backlog,
        since,
        control,
        couponDays,
        terms(),
        retiredAt != null,
        templateId,
        version == null ? 0 : version);
  }
}
