package dev.winback.grant;

import dev.winback.lapse.LapseId;
import dev.winback.offer.OfferKind;
import dev.winback.offer.OfferLimits;
import dev.winback.offer.Shape;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sentence;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be offered for a loss: by reason, authority and margin, the best first. */
@Service
@Transactional(readOnly = true)
public class Choices {

  private final GrantFacts facts;
  private final GrantLists lists;
  private final BusinessClock clock;

  Choices(GrantFacts facts, GrantLists lists, BusinessClock clock) {
    this.clock = clock;
    this.facts = facts;
    this.lists = lists;
  }

  /** Not found for who may not see the loss. */
  public OfferChoices of(LapseId lapse, Actor actor) {
    var given = lists.of(lapse, actor);
    var scrutiny = facts.scrutiny(lapse);
    var limits = actor.may(Permission.APPROVE_OFFERS) ? null : facts.limits(actor);
    var loss = scrutiny.facts();
    var choosing = new Choosing(scrutiny, limits, facts.booked(actor), facts.results(), given);
    return new OfferChoices(
        loss.open(),
        loss.problem(),
        loss.order(scrutiny.currency()),
        scrutiny.marginPercent(),
        scrutiny.currency(),
        scrutiny.catalogue().rules(),
        limits,
        choosing.booked(),
        loss.debtRule(),
        choosing.all(),
        given,
        GrantLists.since(clock));
  }

  /** Each kind on the scales of one loss and one member. */
  private record Choosing(
      Scrutiny scrutiny,
      @Nullable OfferLimits limits,
      BigDecimal booked,
      Map<String, OwnResult> results,
      List<GrantRow> given) {

    private static final List<String> LIVE = List.of("asked", "approved", "given", "accepted");

    List<OfferChoice> all() {
      var loss = scrutiny.facts();
      var fitting = scrutiny.catalogue().ordered(loss.problem(), loss.reason()).toList();
      var codes = fitting.stream().map(OfferKind::code).collect(Collectors.toSet());
      var others =
          scrutiny.catalogue().active().stream().filter(kind -> !codes.contains(kind.code()));
      return Stream.concat(
              fitting.stream().map(kind -> choice(kind, true)),
              others.map(kind -> choice(kind, false)))
          .toList();
    }

    private OfferChoice choice(OfferKind kind, boolean fits) {
      var terms = scrutiny.usual(kind);
      boolean debt = kind.shape() == Shape.DEBT;
      return new OfferChoice(
          kind,
          fits && !debt,
          terms.percent(),
          debt ? null : terms.cost(),
          debt ? null : terms.marginAfter(),
          limits == null ? null : scrutiny.asks(terms, limits, booked),
          debt ? Sentence.of("grant.debt.apart") : against(terms),
          results.get(kind.code()));
    }

    private @Nullable Sentence against(Terms terms) {
      boolean second =
          terms.discount()
              && given.stream()
                  .anyMatch(g -> g.percent() > 0 && g.debt() == null && LIVE.contains(g.state()));
      return second ? Sentence.of("grant.refused.waiting") : scrutiny.against(terms);
    }
  }
}
