package dev.winback.letter;

import dev.winback.offer.OfferKind;
import dev.winback.offer.Offers;
import dev.winback.offer.Shape;
import dev.winback.reason.Branch;
import dev.winback.reason.Reason;
import dev.winback.reason.Reasons;
import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reasons, branches of them and kinds of offers that a rung may name. */
@Component
class KnownTerms {

  private final Reasons reasons;
  private final Offers offers;

  KnownTerms(Reasons reasons, Offers offers) {
    this.reasons = reasons;
    this.offers = offers;
  }

  /** Refuses what does not exist; null: the terms stay as they are. */
  void require(@Nullable RungTerms terms) {
    if (terms == null) {
      return;
    }
    requireReasons(terms);
    var kind = terms.offerKind();
    if (kind != null
        && offers
            .catalogue()
            .kind(kind)
            .map(OfferKind::shape)
            .filter(s -> s != Shape.DEBT)
            .isEmpty()) {
      throw Refused.field("offerKind", "letter.refused.offer-kind", kind);
    }
  }

  private void requireReasons(RungTerms terms) {
    var known =
        Stream.concat(
                reasons.all().stream().map(Reason::code),
                Arrays.stream(Branch.values()).map(Branch::code))
            .collect(Collectors.toSet());
    for (var reason : terms.reasons()) {
      if (!known.contains(reason)) {
        throw Refused.field("reasons", "letter.refused.reason", reason);
      }
    }
  }
}
