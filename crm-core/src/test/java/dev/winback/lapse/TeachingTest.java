package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.signal.OwnLimit;
import dev.winback.signal.OwnLimits;
import dev.winback.signal.Signals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A false alarm teaches the customer's own limit: the next one comes half as late again. */
class TeachingTest extends LapseStories {

  @Autowired OwnLimits own;
  @Autowired Signals signals;

  private List<OwnLimit> taught(CustomerId customer) {
    return transaction.execute(s -> own.of(customer));
  }

  @Test
  void theNextAlarmComesAfterHalfAsLongAgain() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "buys each spring", null, manager);
    var limits = taught(customer);
    assertThat(limits).hasSize(1);
    assertThat(limits.get(0).silence()).isEqualTo(150);
    assertThat(limits.get(0).why()).isEqualTo("buys each spring");
    assertThat(signals.of(customer)).isEmpty();
    buys(customer, today);
    passDays(149);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
    passDays(1);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM", "LATE");
  }

  @Test
  void takenBackItHasTaughtNothing() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "", null, manager);
    decisions.undo(lapse(customer), manager);
    assertThat(taught(customer)).isEmpty();
    assertThat(signals.of(customer)).hasSize(1);
    assertThat(stages(customer)).containsExactly("LATE");
  }

  @Test
  void anotherDecisionTeachesNothing() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.NOT_WORTH, "pays late", null, manager);
    assertThat(taught(customer)).isEmpty();
  }

  @Test
  void aSeasonPutsTheAlarmOffAndTakenBackItRingsAgain() {
    var customer = stories.aCustomer().silentFor(100).save();
    long season =
        transaction.execute(
            s -> own.season(customer, today.plusDays(30), false, "summer only", manager));
    night();
    assertThat(stages(customer)).isEmpty();
    transaction.executeWithoutResult(s -> own.undo(customer, season, manager));
    night();
    assertThat(stages(customer)).containsExactly("LATE");
  }
}
