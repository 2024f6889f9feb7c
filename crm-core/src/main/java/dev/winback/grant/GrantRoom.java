package dev.winback.grant;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether a loss has room for another offer: no second discount beside one (DEC-32). */
@Component
class GrantRoom {

  private final GrantRepository grants;
  private final GrantFacts facts;
  private final BusinessClock clock;

  GrantRoom(GrantRepository grants, GrantFacts facts, BusinessClock clock) {
    this.grants = grants;
    this.facts = facts;
    this.clock = clock;
  }

  /** An offer stays with the loss it was made for; what is decided goes by what that became. */
  LapseId loss(LapseId lapse) {
    return new LapseId(grants.lossOf(lapse.value()).orElseThrow(() -> new NotFound("lapse")));
  }

  void make(LapseId loss) {
    for (var grant : grants.ofLoss(loss.value())) {
      grant.expire(clock.today());
      grants.saveAndFlush(grant);
    }
  }

  /** No second discount while one runs, or is asked for (DEC-32). */
  Stream<Grant> running(LapseId loss) {
    return grants.ofLoss(loss.value()).stream()
        .filter(grant -> grant.terms().discount() && GrantFacts.LIVE.contains(grant.state()));
  }

  /** For one that ran no more and is to run again: another may have been given meanwhile. */
  void require(Grant grant) {
    if (!GrantFacts.LIVE.contains(grant.state())) {
      requireFirst(grant);
    }
  }

  void requireFirst(Grant grant) {
    if (!grant.terms().discount()) {
      return;
    }
    var loss = loss(grant.lapse());
    make(loss);
    if (running(loss).anyMatch(other -> !other.id().equals(grant.id()))) {
      throw new Refused("grant.refused.waiting");
    }
    var second = facts.scrutiny(loss).second();
    if (second != null) {
      throw new Refused(second.key(), second.figures().toArray());
    }
  }
}
