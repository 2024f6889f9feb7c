package dev.winback.grant;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An offer for one loss as people move it on; whether it was used, the return says. */
@Entity
@Table(name = "offer_grant")
class Grant {

  private static final Set<String> DECIDED = Set.of("approved", "refused");
  private static final Set<String> WITH_HIM = Set.of("given", "accepted");

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private long lapseId;
  private long customerId;
  @Embedded private Bargain bargain = new Bargain();
  private String state = "asked";
  private @Nullable String note;
  private @Nullable String word;
  private long askedBy;
  private Instant askedAt = Instant.EPOCH;
  private @Nullable Long decidedBy;
  private @Nullable Instant decidedAt;
  private @Nullable Long givenBy;
  private @Nullable Instant givenAt;
  private @Nullable Long callId;
  private @Nullable LocalDate answerBy;
  private @Nullable LocalDate validUntil;
  private @Nullable Instant answeredAt;
  @Version private long version;

  protected Grant() {}

  Grant(
      LapseId lapse,
      CustomerId customer,
      Terms terms,
      @Nullable String note,
      Actor actor,
      Instant now) {
    lapseId = lapse.value();
    customerId = customer.value();
    bargain = new Bargain(terms);
    this.note = note;
    askedBy = actor.member();
    askedAt = now;
  }

  GrantId id() {
    return new GrantId(Objects.requireNonNull(id));
  }

  LapseId lapse() {
    return new LapseId(lapseId);
  }

  CustomerId customer() {
    return new CustomerId(customerId);
  }

  Terms terms() {
    return bargain.terms();
  }

  GrantState state() {
    return GrantState.ofCode(state);
  }

  /** Declined, and on nobody's word but that of who gave it. */
  boolean unbooked() {
    return "declined".equals(state) && decidedBy == null;
  }

  @Nullable LocalDate validUntil() {
    return validUntil;
  }

  @Nullable LocalDate wantedAnswer() {
    return answerBy;
  }

  /** Until it is given it is only what the asker wants. */
  void wantAnswer(@Nullable LocalDate day) {
    answerBy = day;
  }

  void approve(@Nullable Integer percent, @Nullable BigDecimal fixed, @Nullable String word) {
    require("asked");
    bargain.lower(percent, fixed);
    state = "approved";
    this.word = word;
  }

  void refuse(@Nullable String word) {
    require("asked");
    state = "refused";
    this.word = word;
  }

  void decidedBy(Actor actor, Instant now) {
    decidedBy = actor.member();
    decidedAt = now;
  }

  /** The question stands again, as it was asked. */
  void undecide() {
    if (!DECIDED.contains(state)) {
      throw new Refused("grant.refused.moved-on", state);
    }
    bargain.asAsked();
    state = "asked";
    word = null;
    decidedBy = null;
    decidedAt = null;
  }

  void give(Actor actor, Instant now, LocalDate answerBy, LocalDate validUntil) {
    require("asked", "approved");
    state = "given";
    givenBy = actor.member();
    givenAt = now;
    this.answerBy = answerBy;
    this.validUntil = validUntil;
  }

  void inCall(long call) {
    callId = call;
  }

  boolean byCall() {
    return callId != null;
  }

  /** The call was a mistake: what was approved can be given again, all else was never offered. */
  void takeBack() {
    require("given");
    state = decidedBy == null ? "withdrawn" : "approved";
    givenBy = null;
    givenAt = null;
    callId = null;
    answerBy = null;
    validUntil = null;
  }

  void answer(boolean accepted, Instant now) {
    require("given");
    state = accepted ? "accepted" : "declined";
    answeredAt = now;
  }

  void unanswer() {
    require("accepted", "declined");
    state = "given";
    answeredAt = null;
  }

  void withdraw() {
    require("asked", "approved", "given", "accepted");
    state = "withdrawn";
  }

  /** It makes room for another one. */
  void expire(LocalDate day) {
    if (WITH_HIM.contains(state) && validUntil != null && validUntil.isBefore(day)) {
      state = "expired";
    }
  }

  private void require(String... states) {
    if (!Set.of(states).contains(state)) {
      throw new Refused("grant.refused.moved-on", state);
    }
  }
}
