package dev.winback.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All kinds and rules at one moment: what proposals for a million losses are made of. */
public record Catalogue(List<OfferKind> kinds, OfferRules rules) {

  /** What can be given, in the firm's order. */
  public List<OfferKind> active() {
    return kinds.stream().filter(kind -> !kind.retired()).toList();
  }

  public Optional<OfferKind> kind(@Nullable String code) {
    return kinds.stream().filter(kind -> kind.code().equals(code)).findFirst();
  }

  /**
   * The first kind of the shape that the objective wants, else the first that fits; its discount is
   * lowered to what the margin floor leaves. Empty: nothing is left to give.
   */
  public Optional<Proposal> propose(
      @Nullable String problem,
      @Nullable String reason,
      @Nullable BigDecimal order,
      BigDecimal margin) {
    return ordered(problem, reason)
        .filter(kind -> kind.shape() != Shape.DEBT && !kind.needsPlus())
        .flatMap(kind -> allowed(kind, order, margin).stream())
        .findFirst();
  }

  /** What fits, that which the objective wants first. */
  public Stream<OfferKind> ordered(@Nullable String problem, @Nullable String reason) {
    var wanted = rules.objective().shape(problem);
    return Stream.concat(
        active().stream().filter(kind -> kind.shape() == wanted),
        active().stream().filter(kind -> kind.shape() != wanted && kind.fits(problem, reason)));
  }

  private Optional<Proposal> allowed(
      OfferKind kind, @Nullable BigDecimal order, BigDecimal margin) {
    int highest = Math.min(kind.percent(), rules.mostPercent());
    int lowest = kind.percent() > 0 ? 1 : 0;
    return IntStream.iterate(highest, percent -> percent >= lowest, percent -> percent - 1)
        .mapToObj(percent -> Deal.of(kind, percent, order, margin))
        .filter(deal -> deal.above(rules.floorPercent()))
        .findFirst()
        .map(deal -> proposal(kind, deal));
  }

  private Proposal proposal(OfferKind kind, Deal deal) {
    var cost = deal.cost();
    boolean dear = cost == null || cost.compareTo(rules.repMoney()) > 0;
    boolean asks = kind.approval() || dear || deal.percent() > rules.repPercent();
    return new Proposal(kind.code(), kind.shape(), deal.percent(), cost, asks);
  }
}
