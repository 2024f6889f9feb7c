package dev.winback.grant;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.offer.Coupons;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import dev.winback.why.Backgrounds;
import dev.winback.worth.Worths;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves one offer on, with everything that follows from it. */
@Component
class GrantDesk {

  private final GrantRepository grants;
  private final GrantFacts facts;
  private final GrantRoom room;
  private final Lapses lapses;
  private final Coupons coupons;
  private final Worths worths;
  private final Backgrounds backgrounds;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  GrantDesk(
      GrantRepository grants,
      GrantFacts facts,
      GrantRoom room,
      Lapses lapses,
      Coupons coupons,
      Worths worths,
      Backgrounds backgrounds,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.grants = grants;
    this.facts = facts;
    this.room = room;
    this.lapses = lapses;
    this.coupons = coupons;
    this.worths = worths;
    this.backgrounds = backgrounds;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** A new offer within the bounds that hold for everybody; the loss is locked. */
  Grant ask(LapseId lapse, OfferEntry entry, Actor actor) {
    var loss = loss(lapse);
    var customer = lapses.learn(loss, actor);
    requireOpen(loss);
    backgrounds.require(loss, entry.background(), actor);
    room.make(loss);
    var terms = facts.scrutiny(loss).terms(entry);
    if (terms.discount() && room.running(loss).findAny().isPresent()) {
      throw Refused.field("kind", "grant.refused.waiting");
    }
    var grant = new Grant(loss, customer, terms, entry.note(), actor, clock.instant());
    grant.wantAnswer(entry.answerBy());
    return grants.saveAndFlush(grant);
  }

  LapseId loss(LapseId lapse) {
    return room.loss(lapse);
  }

  void requireRoom(Grant grant) {
    room.require(grant);
  }

  private void requireOpen(LapseId lapse) {
    var stage = lapses.state(lapse).stage();
    if (!stage.open()) {
      throw new Refused("refused.lapse.closed", stage.code());
    }
  }

  /** Why this member has to ask, if he has to; his budget is locked while it is looked at. */
  @Nullable Sentence asks(Grant grant, Actor actor) {
    return actor.may(Permission.APPROVE_OFFERS) ? null : facts.asks(grant.terms(), actor);
  }

  /** What nobody has approved is booked again in the month in which it was given (DEC-33). */
  void requireMonth(Grant grant) {
    var over = grant.unbooked() ? facts.overMonth(grant) : null;
    if (over != null) {
      throw new Refused(over.key(), over.figures().toArray());
    }
  }

  void give(Grant grant, @Nullable LocalDate answerBy, Actor actor) {
    requireOpen(loss(grant.lapse()));
    room.requireFirst(grant);
    var rules = facts.rules();
    var today = clock.today();
    var wanted = answerBy == null ? grant.wantedAnswer() : answerBy;
    var answer = wanted == null ? today.plusDays(rules.answerDays()) : wanted;
    var last = today.plusDays(rules.validDays());
    if (answer.isBefore(today) || answer.isAfter(last)) {
      throw Refused.field("answerBy", "grant.refused.answer-by", today, last);
    }
    boolean unasked = actor.may(Permission.APPROVE_OFFERS) && grant.state() == GrantState.ASKED;
    grant.give(actor, clock.instant(), answer, last);
    grants.saveAndFlush(grant);
    if (unasked) {
      note("given-unasked", grant, actor);
    }
    mint(grant, last);
    if (!grant.byCall()) {
      events.publishEvent(new OfferGiven(grant.id(), loss(grant.lapse()), answer));
    }
  }

  LocalDate answerDay() {
    return clock.today().plusDays(facts.rules().answerDays());
  }

  /** Null when the offer is over by then. */
  @Nullable LocalDate whileItHolds(@Nullable LocalDate day) {
    var last = clock.today().plusDays(facts.rules().validDays());
    return day == null || day.isAfter(last) ? null : day;
  }

  private void mint(Grant grant, LocalDate until) {
    var terms = grant.terms();
    if (terms.discount()) {
      coupons.mint(
          grant.id().value(), grant.customer(), grant.lapse().value(), terms.percent(), until);
    }
  }

  void answer(Grant grant, boolean accepted) {
    requireOpen(loss(grant.lapse()));
    var last = grant.validUntil();
    if (last != null && last.isBefore(clock.today())) {
      throw new Refused("grant.refused.expired", last);
    }
    grant.answer(accepted, clock.instant());
  }

  void decided(Grant grant, Actor actor) {
    requireOpen(loss(grant.lapse()));
    grant.decidedBy(actor, clock.instant());
    note(grant.state().code(), grant, actor);
    changed(grant, actor);
  }

  /** What goes past a rep's own authority is looked at later. */
  private void note(String what, Grant grant, Actor actor) {
    var told = grant.terms().told(grant.id());
    audit.note(actor, "offer." + what, "offer", grant.id().value(), told);
  }

  void requireUnused(Grant grant) {
    if (facts.state(grant.id()) == GrantState.USED) {
      throw new Refused("grant.refused.used");
    }
  }

  void takenBack(Grant grant, Actor actor) {
    changed(grant, actor);
    coupons.unmint(grant.id().value());
  }

  /** It was never offered, so nobody asks what the customer thinks of it. */
  void unasked(Grant grant) {
    events.publishEvent(new OfferTakenBack(grant.id(), loss(grant.lapse())));
  }

  void lock(Grant grant, Actor actor) {
    lapses.learn(loss(grant.lapse()), actor);
  }

  /** The story of the loss, its coupons and its worth follow. */
  Grant changed(Grant grant, Actor actor) {
    var saved = grants.saveAndFlush(grant);
    var loss = loss(saved.lapse());
    lapses.learnt(loss, "offer-" + saved.state().code(), saved.terms().told(saved.id()), actor);
    facts.settleCoupons(List.of(loss));
    worths.weighAgain(loss);
    return saved;
  }
}
