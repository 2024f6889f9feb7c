package dev.winback.grant;

import dev.winback.offer.Catalogue;
import dev.winback.offer.Deal;
import dev.winback.offer.OfferKind;
import dev.winback.offer.OfferLimits;
import dev.winback.offer.OfferRules;
import dev.winback.offer.Shape;
import dev.winback.shared.Money;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be offered for one loss: bounds that nobody can approve away (DEC-31, DEC-32), and the
 * authority of who gives it (DEC-33).
 */
record Scrutiny(Catalogue catalogue, LossFacts facts, BigDecimal marginPercent, String currency) {

  static final int LEAST_OF_DEBT = 10;
  static final int MOST_OF_DEBT = 50;
  private static final String PERCENT = "percent";

  /** Refused when it is no offer that could be made, whoever makes it. */
  Terms terms(OfferEntry entry) {
    var kind = kind("kind", entry.kind());
    var plus = entry.plus() == null ? null : kind("plus", entry.plus());
    if (plus == null && kind.needsPlus() || plus != null && plus.shape().percent()) {
      throw Refused.field("plus", "grant.refused.plus");
    }
    if (kind.shape() == Shape.DEBT && entry.debt() == null) {
      throw Refused.field("debt", "grant.refused.debt-amount");
    }
    var terms = terms(kind, plus, entry);
    var against = against(terms);
    if (against != null) {
      throw Refused.field(PERCENT, against.key(), against.figures().toArray());
    }
    return terms;
  }

  private OfferKind kind(String field, String code) {
    return catalogue
        .kind(code)
        .filter(kind -> !kind.retired())
        .orElseThrow(() -> Refused.field(field, "grant.refused.kind", code));
  }

  private Terms terms(OfferKind kind, @Nullable OfferKind plus, OfferEntry entry) {
    var own = Objects.requireNonNullElse(entry.fixed(), kind.fixed());
    boolean debt = kind.shape() == Shape.DEBT;
    int usual = debt ? facts.debtRule().percent() : kind.percent();
    return new Terms(
        kind.code(),
        plus == null ? null : plus.code(),
        kind.shape().percent() ? Objects.requireNonNullElse(entry.percent(), usual) : 0,
        plus == null ? own : own.add(plus.fixed()),
        plus == null ? kind.share() : kind.share().add(plus.share()),
        debt ? entry.debt() : null,
        debt ? entry.prepaid() : 0,
        facts.order(currency),
        marginPercent,
        rules().floorPercent(),
        mostPercent(),
        currency);
  }

  /** A campaign that runs may allow less than the firm does (OPS-02). */
  private int mostPercent() {
    var most = rules().mostPercent();
    return facts.campaignPercent() == null ? most : Math.min(most, facts.campaignPercent());
  }

  /** The terms of a kind as it is usually given. */
  Terms usual(OfferKind kind) {
    var entry = new OfferEntry(kind.code(), null, null, null, null, 0, null, null, false);
    return terms(kind, null, entry);
  }

  private OfferRules rules() {
    return catalogue.rules();
  }

  /** The bound that it breaks, if any. */
  @Nullable Sentence against(Terms terms) {
    var percent = percent(terms);
    if (percent != null) {
      return percent;
    }
    var second = terms.discount() ? second() : null;
    if (second != null) {
      return second;
    }
    return terms.aboveFloor() ? null : floor(terms);
  }

  /** The bound of today that an offer breaks which was asked for on another day, if any (I6). */
  @Nullable Sentence beyond(Terms granted) {
    var terms = granted.within(marginPercent, rules().floorPercent(), mostPercent());
    var percent = percent(terms);
    return percent != null || terms.aboveFloor() ? percent : floor(terms);
  }

  private static @Nullable Sentence percent(Terms terms) {
    if (terms.debt() != null) {
      return debt(terms);
    }
    return terms.percent() > terms.mostPercent()
        ? Sentence.of("grant.refused.most", terms.mostPercent())
        : null;
  }

  /** The discount that he has in hand already, if any. */
  @Nullable Sentence second() {
    return facts.couponPercent() == null || facts.couponUntil() == null
        ? null
        : Sentence.of("grant.refused.second", facts.couponPercent(), facts.couponUntil());
  }

  private static @Nullable Sentence debt(Terms terms) {
    int percent = terms.percent();
    if (percent < LEAST_OF_DEBT || percent > MOST_OF_DEBT) {
      return Sentence.of("grant.refused.debt", LEAST_OF_DEBT, MOST_OF_DEBT, percent);
    }
    return terms.prepaid() > MOST_OF_DEBT
        ? Sentence.of("grant.refused.prepaid", MOST_OF_DEBT)
        : null;
  }

  private Sentence floor(Terms terms) {
    var order = terms.order();
    var left = terms.marginAfter();
    if (order == null || left == null) {
      return Sentence.of("grant.refused.floor-percent", terms.floorPercent());
    }
    var least = Deal.ofOrder(order, terms.floorPercent());
    return Sentence.of(
        "grant.refused.floor", money(left), money(order), money(least), terms.floorPercent());
  }

  /** Why a manager must be asked, if he must. */
  @Nullable Sentence asks(Terms terms, OfferLimits limits, BigDecimal booked) {
    var parts = parts(terms);
    if (parts.stream().anyMatch(OfferKind::approval)) {
      return Sentence.of("grant.asks.kind");
    }
    var usual = parts.stream().map(OfferKind::fixed).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (terms.fixed().compareTo(usual) < 0) {
      return Sentence.of("grant.asks.cheaper", money(usual));
    }
    if (terms.percent() > limits.percent()) {
      return Sentence.of("grant.asks.percent", limits.percent());
    }
    var cost = terms.cost();
    return cost == null ? Sentence.of("grant.asks.unknown") : money(cost, limits, booked);
  }

  private List<OfferKind> parts(Terms terms) {
    var kind = kind("kind", terms.kind());
    return terms.plus() == null ? List.of(kind) : List.of(kind, kind("plus", terms.plus()));
  }

  private @Nullable Sentence money(BigDecimal cost, OfferLimits limits, BigDecimal booked) {
    return cost.compareTo(limits.money()) > 0
        ? Sentence.of("grant.asks.money", money(limits.money()))
        : month(cost, limits, booked);
  }

  /** Why the month has no room for it, whatever it is; what costs nothing known has taken none. */
  @Nullable Sentence overMonth(Terms terms, OfferLimits limits, BigDecimal booked) {
    var cost = terms.cost();
    return cost == null ? null : month(cost, limits, booked);
  }

  private @Nullable Sentence month(BigDecimal cost, OfferLimits limits, BigDecimal booked) {
    return booked.add(cost).compareTo(limits.month()) > 0
        ? Sentence.of(
            "grant.asks.month",
            money(limits.month().subtract(booked).max(BigDecimal.ZERO)),
            money(limits.month()))
        : null;
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }
}
