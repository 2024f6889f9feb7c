package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.contact.ContactsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.signal.OwnLimit;
import dev.winback.signal.OwnLimits;
import dev.winback.signal.Signals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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

  /** DET-22: it was a false alarm of its day, and no leave to be silent for ever. */
  @Test
  void theNextAlarmComesThoughHeBuysNothingInBetween() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "buys each spring", null, manager);
    passDays(49);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
    passDays(1);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM", "LATE");
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "and each autumn", null, manager);
    passDays(74);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM", "FALSE_ALARM");
    passDays(1);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM", "FALSE_ALARM", "LOST");
  }

  /** A fact that is no purchase folds him alone; the night finds the same on the same day. */
  @Test
  void aSingleFoldFindsTheNextAlarmOnTheSameDay() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "buys each spring", null, manager);
    passDays(49);
    signals.foldCustomers(Set.of(customer), today);
    assertThat(signals.of(customer)).isEmpty();
    passDays(1);
    signals.foldCustomers(Set.of(customer), today);
    assertThat(signals.of(customer)).hasSize(1);
    night();
    assertThat(day(customer, "opened_on")).isEqualTo(today);
    assertThat(stages(customer)).containsExactly("FALSE_ALARM", "LATE");
  }

  @Test
  void takenBackOnHisPageTheLimitLetsTheAlarmRingAgain() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "", null, manager);
    long limit = taught(customer).get(0).id();
    transaction.executeWithoutResult(s -> own.undo(customer, limit, manager));
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM", "LATE");
  }

  /** Patience is of silence: what he said is said, and a person has called it a false alarm. */
  @Test
  void anEndThatWasNoneDoesNotRingEachNight() {
    var customer = stories.aCustomer().silentFor(20).save();
    says(customer, today, "end-1");
    night();
    assertThat(stages(customer)).containsExactly("LOST");
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "was angry", null, manager);
    passDays(69);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
    passDays(1);
    night();
    assertThat(stages(customer)).hasSize(2);
  }

  private void says(CustomerId customer, LocalDate day, String id) {
    transaction.executeWithoutResult(
        s -> {
          jdbc.sql(
                  """
                  insert into contact (customer_id, source, external_id, contacted_at, channel, direction, reached, result)
                  values (:customer, 'story', :id, :at, 'phone', 'in', true, 'ended')
                  """)
              .param("customer", customer.value())
              .param("id", id)
              .param("at", noon(day).atOffset(ZoneOffset.UTC))
              .update();
          events.publishEvent(new ContactsRecorded(Set.of(customer)));
        });
  }

  /** Both are in force on his page. */
  @Test
  void aFalseAlarmDoesNotForgetTheSeason() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    transaction.execute(
        s -> own.season(customer, today.plusDays(200), true, "summer only", manager));
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "as each year", null, manager);
    assertThat(taught(customer)).hasSize(2);
    passDays(199);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
    passDays(1);
    night();
    assertThat(stages(customer)).hasSize(2);
  }

  @Test
  void aSeasonDoesNotForgetTheFalseAlarm() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.FALSE_ALARM, "", null, manager);
    transaction.execute(
        s -> own.season(customer, today.plusDays(10), false, "until he is back", manager));
    passDays(49);
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
    passDays(1);
    night();
    assertThat(stages(customer)).hasSize(2);
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
