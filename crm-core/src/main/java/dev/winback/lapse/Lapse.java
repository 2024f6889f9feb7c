package dev.winback.lapse;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One loss as people work on it; the night and the purchases move it by SQL, so only the columns of
 * a person's decisions are mapped.
 */
@Entity
class Lapse {

  @Id private long id;
  private long customerId;

  @Enumerated(EnumType.STRING)
  private Stage stage = Stage.LATE;

  @Embedded private LostBy lostBy = LostBy.NOBODY;
  private @Nullable Long assignee;
  private @Nullable LocalDate assignedOn;
  private @Nullable String queueReason;
  private @Nullable String overrideReason;
  private @Nullable Long jointWith;
  private @Nullable LocalDate notBefore;
  private int told;
  @Embedded private @Nullable Closing closing;
  private @Nullable LocalDate lettersRestUntil;
  private @Nullable LocalDate laterUntil;
  private @Nullable String stageBefore;

  @Version private long version;

  protected Lapse() {}

  LapseId id() {
    return new LapseId(id);
  }

  long customer() {
    return customerId;
  }

  long version() {
    return version;
  }

  Stage stage() {
    return stage;
  }

  @Nullable LocalDate laterUntil() {
    return laterUntil;
  }

  LostBy lostBy() {
    return lostBy;
  }

  Holding holding() {
    return new Holding(assignee, queueReason, overrideReason, jointWith);
  }

  LapseState state() {
    return new LapseState(id(), stage, lettersRestUntil);
  }

  void decideReturn() {
    requireOpen();
    laterUntil = null;
    if (stage != Stage.WORKING) {
      stage = Stage.DECIDED;
    }
  }

  void putOff(LocalDate until) {
    requireOpen();
    laterUntil = until;
  }

  void work() {
    requireOpen();
    stage = Stage.WORKING;
  }

  /** Somebody told something of it: whoever has read it before has read another one. */
  void learn() {
    told++;
  }

  void restLetters(@Nullable LocalDate until) {
    requireOpen();
    lettersRestUntil = until;
  }

  void close(Stage exit, String why, LocalDate day, @Nullable Actor actor) {
    close(exit, new Closing(day, actor, why, null));
  }

  /** Closed for what the firm wants, not for what the customer is. */
  void changeDirection(String why, LocalDate day, Actor actor) {
    close(Stage.NOT_WANTED, new Closing(day, actor, why, "direction-changed"));
  }

  private void close(Stage exit, Closing how) {
    requireOpen();
    if (!Closing.EXITS.contains(exit)) {
      throw Refused.field("exit", "refused.lapse.exit", exit.code());
    }
    stageBefore = stage.name();
    stage = exit;
    closing = how;
  }

  /** A manager gives a closed or twice lost lapse another try. */
  void reopen() {
    if (stage.open() || !(Closing.EXITS.contains(stage) || stage == Stage.TWICE_LOST)) {
      throw new Refused("refused.lapse.reopen", stage.code());
    }
    var before = stageBefore == null ? Stage.DECIDED : Stage.valueOf(stageBefore);
    stage = before.open() ? before : Stage.DECIDED;
    closing = null;
  }

  void assign(
      MemberId member, LocalDate day, @Nullable String override, @Nullable MemberId together) {
    requireOpen();
    assignee = member.value();
    assignedOn = day;
    queueReason = null;
    overrideReason = override;
    jointWith = together == null ? null : together.value();
  }

  void pause(@Nullable LocalDate until) {
    requireOpen();
    notBefore = until;
  }

  /** Somebody else lost the customer, also of a loss that has ended. */
  void blame(LostBy loser) {
    if (stage == Stage.MERGED) {
      throw new Refused("refused.lapse.merged");
    }
    if (stage == Stage.FALSE_ALARM) {
      throw new Refused("refused.lapse.lost-by-nobody");
    }
    lostBy = loser;
  }

  void queue(String why) {
    requireOpen();
    assignee = null;
    assignedOn = null;
    queueReason = why;
    overrideReason = null;
    jointWith = null;
  }

  /**
   * Puts back what this member's call has changed; a call about a closed lapse changes no stage.
   */
  void restore(LapseState before, Actor actor) {
    if (before.stage().open()) {
      requireUntouchedByOthers(actor);
      stage = before.stage();
      lettersRestUntil = before.lettersRestUntil();
      closing = null;
    }
  }

  /** A return, a false alarm of the program or a manager's decision is not undone with a call. */
  private void requireUntouchedByOthers(Actor actor) {
    boolean closedByHim = Closing.EXITS.contains(stage) && closing != null && closing.isBy(actor);
    if (!stage.open() && !closedByHim) {
      throw new Refused("refused.lapse.moved-on", stage.code());
    }
  }

  void undoDecision(Stage before, @Nullable LocalDate later) {
    stage = before;
    laterUntil = later;
    closing = null;
  }

  private void requireOpen() {
    if (!stage.open()) {
      throw new Refused("refused.lapse.closed", stage.code());
    }
  }
}
