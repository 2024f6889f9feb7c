package dev.winback.grant;

import dev.winback.lapse.LapseId;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Offers for losses: asked for, decided, given, answered, taken back (DEC-31 to DEC-34). */
@Service
@Transactional
public class Grants {

  private static final int LONGEST_WORD = 500;

  /** The field of a call that is wrong. */
  private static final String OFFER = "offer";

  private final GrantRepository grants;
  private final GrantDesk desk;
  private final BoundsOfToday bounds;

  Grants(GrantRepository grants, GrantDesk desk, BoundsOfToday bounds) {
    this.grants = grants;
    this.desk = desk;
    this.bounds = bounds;
  }

  /**
   * Gives the offer when it is within the member's authority, else asks a manager; refused when it
   * is beyond what anybody may give.
   */
  public GrantState offer(LapseId lapse, OfferEntry entry, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var grant = desk.ask(lapse, entry, actor);
    if (desk.asks(grant, actor) == null) {
      desk.give(grant, entry.answerBy(), actor);
    }
    return desk.changed(grant, actor).state();
  }

  /**
   * Given in a call: {@code kind}, {@code kind:percent}, or the number of an offer that was
   * approved; what is above the member's authority cannot be promised, and is refused. He is asked
   * again on the day of the next call, if the offer holds that long.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void offerByCall(
      LapseId lapse, String offer, @Nullable LocalDate answerBy, long call, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    boolean approved = offer.matches("\\d{1,18}");
    var grant = approved ? approved(lapse, offer, actor) : own(lapse, offer, actor);
    grant.inCall(call);
    desk.give(grant, desk.whileItHolds(answerBy), actor);
    desk.changed(grant, actor);
  }

  /** The day on which a customer is asked what he thinks of an offer of today. */
  @Transactional(readOnly = true)
  public LocalDate answerDay() {
    return desk.answerDay();
  }

  private Grant own(LapseId lapse, String offer, Actor actor) {
    var grant = desk.ask(lapse, OfferEntry.ofCode(offer), actor);
    var asks = desk.asks(grant, actor);
    if (asks != null) {
      throw Refused.field(OFFER, asks.key(), asks.figures().toArray());
    }
    return grant;
  }

  private Grant approved(LapseId lapse, String number, Actor actor) {
    var grant = lock(GrantId.valueOf(number), actor);
    var loss = desk.loss(lapse);
    if (!desk.loss(grant.lapse()).equals(loss) || grant.state() != GrantState.APPROVED) {
      throw Refused.field(OFFER, "grant.refused.moved-on", grant.state().code());
    }
    bounds.require(grant, loss);
    return grant;
  }

  /** The call was a mistake: what was given in it was not. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void undoCall(long call, Actor actor) {
    for (var grant : grants.findByCallIdOrderById(call)) {
      grant.takeBack();
      desk.takenBack(grant, actor);
    }
  }

  /** An offer that was approved reaches the customer; null: asked again after the firm's days. */
  public void give(GrantId id, @Nullable LocalDate answerBy, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var grant = lock(id, actor);
    if (grant.state() != GrantState.APPROVED) {
      throw new Refused("grant.refused.moved-on", grant.state().code());
    }
    bounds.require(grant, desk.loss(grant.lapse()));
    desk.give(grant, answerBy, actor);
    desk.changed(grant, actor);
  }

  /** A manager says yes; with a lower percent or cost it is a smaller one. */
  public void approve(
      GrantId id,
      @Nullable Integer percent,
      @Nullable BigDecimal fixed,
      @Nullable String word,
      Actor actor) {
    actor.require(Permission.APPROVE_OFFERS);
    var grant = lock(id, actor);
    grant.approve(percent, fixed, word(word));
    bounds.require(grant, desk.loss(grant.lapse()));
    desk.decided(grant, actor);
  }

  /** A manager says no, with a word. */
  public void refuse(GrantId id, @Nullable String word, Actor actor) {
    actor.require(Permission.APPROVE_OFFERS);
    var grant = lock(id, actor);
    grant.refuse(word(word));
    desk.decided(grant, actor);
  }

  private static @Nullable String word(@Nullable String typed) {
    var word = typed == null ? "" : typed.strip();
    if (word.length() > LONGEST_WORD) {
      throw Refused.field("word", "offer.refused.too-long", LONGEST_WORD, word.length());
    }
    return word.isEmpty() ? null : word;
  }

  /** The question waits again, as long as nobody has given the offer. */
  public void undecide(GrantId id, Actor actor) {
    actor.require(Permission.APPROVE_OFFERS);
    var grant = lock(id, actor);
    desk.requireRoom(grant);
    grant.undecide();
    desk.changed(grant, actor);
  }

  /** What the customer says to it. */
  public void answer(GrantId id, @Nullable Boolean accepted, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var grant = lock(id, actor);
    if (accepted == null) {
      throw Refused.field("accepted", "grant.refused.answer");
    }
    desk.answer(grant, accepted);
    desk.changed(grant, actor);
  }

  /** A declined offer is booked for nobody: in hand again it needs the room that it took. */
  public void unanswer(GrantId id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var grant = lock(id, actor);
    desk.requireRoom(grant);
    desk.requireMonth(grant);
    grant.unanswer();
    desk.changed(grant, actor);
  }

  /** It did not reach the customer after all: what was approved can be given again. */
  public void takeBack(GrantId id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var grant = lock(id, actor);
    desk.requireUnused(grant);
    boolean byCall = grant.byCall();
    grant.takeBack();
    desk.takenBack(grant, actor);
    if (!byCall) {
      desk.unasked(grant);
    }
  }

  /** It is offered no longer, and its coupon is void; refused once it was used. */
  public void withdraw(GrantId id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var grant = lock(id, actor);
    desk.requireUnused(grant);
    grant.withdraw();
    desk.changed(grant, actor);
  }

  /** Not found for who may not see its customer; its loss is locked with it. */
  private Grant lock(GrantId id, Actor actor) {
    var grant = grants.findById(id.value()).orElseThrow(() -> new NotFound("offer"));
    desk.lock(grant, actor);
    return grants.lock(id.value()).orElseThrow(() -> new NotFound("offer"));
  }
}
