package dev.winback.grant;

import dev.winback.lapse.LapseId;
import dev.winback.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * The margin, the floor and the highest discount as of granting (I6): what was asked for before one
 * of them changed is neither approved nor given beyond it. A smaller one can still be approved.
 */
@Component
class BoundsOfToday {

  private final GrantFacts facts;

  BoundsOfToday(GrantFacts facts) {
    this.facts = facts;
  }

  void require(Grant grant, LapseId loss) {
    var beyond = facts.scrutiny(loss).beyond(grant.terms());
    if (beyond != null) {
      throw new Refused(beyond.key(), beyond.figures().toArray());
    }
  }
}
