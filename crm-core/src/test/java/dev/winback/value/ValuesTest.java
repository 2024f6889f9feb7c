package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The night's fit: once a night, in force only when it says something else, and read back exactly.
 */
@CoreTest
class ValuesTest {

  private static final LocalDate DAY = SimulatedFirm.END;
  private static final Cnbd TRUTH = new Cnbd(DropOut.AFTER_EVERY, 2, 1, 3, 0.6, 3);

  @Autowired Values values;
  @Autowired Purchases purchases;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private List<SimulatedFirm.Customer> firm(int customers) {
    var firm = SimulatedFirm.customers(customers, TRUTH, 21);
    var batch = new ArrayList<Purchase>();
    for (int i = 0; i < firm.size(); i++) {
      for (var p : firm.get(i).purchases()) {
        batch.add(paid("C-" + i, "p" + batch.size(), p.day(), p.amount().toString()));
      }
    }
    purchases.record(batch);
    return firm;
  }

  private Purchase paid(String customer, String id, LocalDate day, String amount) {
    var at = day.atTime(12, 0).atZone(clock.getZone()).toInstant();
    return Purchase.paid(customer, "test", id, at, new BigDecimal(amount), "EUR");
  }

  private CustomerId id(String ref) {
    return new CustomerId(
        jdbc.sql("select id from customer where ref = :ref")
            .param("ref", ref)
            .query(Long.class)
            .single());
  }

  private long rows() {
    return jdbc.sql("select count(*) from buying_model").query(Long.class).single();
  }

  @Test
  void theSameNightTwiceChangesNothing() {
    firm(300);
    assertThat(values.refit(DAY)).isEqualTo(1);
    var before = jdbc.sql("select md5(m::text) from buying_model m").query(String.class).single();
    assertThat(values.refit(DAY)).isZero();
    assertThat(jdbc.sql("select md5(m::text) from buying_model m").query(String.class).single())
        .isEqualTo(before);
  }

  @Test
  void whatIsStoredIsWhatWasFittedToTheLastDigit(@Autowired Sample sample) {
    firm(300);
    values.refit(DAY);
    var fitted = Refit.of(DAY, sample.draw(1, DAY), 1);
    assertThat(values.inForce().orElseThrow().fitted()).isEqualTo(fitted);
    assertThat(fitted.state()).isEqualTo(ModelState.TRUSTED);
  }

  /** DET-08: a quiet night leaves the model, and with it every date, as it was. */
  @Test
  void aQuietNightLeavesTheModelInForce() {
    clock.setDay(DAY.plusMonths(1));
    firm(300);
    values.refit(DAY);
    assertThat(values.refit(DAY.plusDays(1))).isEqualTo(1);
    assertThat(rows()).isEqualTo(2);
    assertThat(values.inForce().orElseThrow().since()).isEqualTo(DAY);
    var report = values.report(stories.manager());
    assertThat(report.inForceSince()).isEqualTo(DAY);
    assertThat(report.lastFit()).isEqualTo(DAY.plusDays(1));
    values.refit(DAY.plusMonths(1));
    assertThat(values.inForce().orElseThrow().since()).isEqualTo(DAY.plusMonths(1));
  }

  /** Whose business date went back, as for an old data set, has the model of that date. */
  @Test
  void aModelOfADayThatHasNotComeIsNotInForce() {
    values.refit(DAY.plusDays(300));
    firm(300);
    values.refit(DAY);
    clock.setDay(DAY);
    assertThat(values.inForce().orElseThrow().since()).isEqualTo(DAY);
    assertThat(values.report(stories.manager()).lastFit()).isEqualTo(DAY);
  }

  @Test
  void newsPutTheNewModelInForceAtOnceAndTheSameNightAgainTakesThemBack() {
    clock.setDay(DAY.plusDays(1));
    firm(300);
    values.refit(DAY);
    values.refit(DAY.plusDays(1));
    var batch = new ArrayList<Purchase>();
    for (int i = 0; i < 300; i++) {
      batch.add(paid("C-" + i, "again" + i, DAY.plusDays(1), "20"));
    }
    purchases.record(batch);
    assertThat(values.refit(DAY.plusDays(1))).isEqualTo(1);
    assertThat(values.inForce().orElseThrow().since()).isEqualTo(DAY.plusDays(1));
    jdbc.sql("update purchase set status = 'cancelled' where external_id like 'again%'").update();
    assertThat(values.refit(DAY.plusDays(1))).isEqualTo(1);
    assertThat(values.inForce().orElseThrow().since()).isEqualTo(DAY);
  }

  @Test
  void withTooLittleHistoryThereIsNoModelButARowThatSaysSo() {
    stories.aCustomer("A").buyingEvery(30).times(5).silentFor(20).save();
    assertThat(values.inForce()).isEmpty();
    assertThat(values.report(stories.manager()).state()).isEqualTo(ModelState.NOT_FITTED);
    assertThat(values.refit(DAY)).isEqualTo(1);
    assertThat(values.inForce()).isEmpty();
    var report = values.report(stories.manager());
    assertThat(report.state()).isEqualTo(ModelState.TOO_LITTLE);
    assertThat(report.repeaters()).isEqualTo(1);
    assertThat(report.late()).isEmpty();
    assertThat(values.of(Set.of(id("A")), DAY, ValueTerms.DEFAULT)).isEmpty();
    assertThat(values.refit(DAY)).isZero();
  }

  @Test
  void anEmptyDatabaseIsNoError() {
    assertThat(values.refit(DAY)).isEqualTo(1);
    assertThat(values.inForce()).isEmpty();
  }

  /** DEC-10: what may be expected of one customer, by hand from his days and the stored model. */
  @Test
  void theWorthOfACustomerFollowsFromHisDaysAndTheModel() {
    var firm = firm(300);
    values.refit(DAY);
    var model = values.inForce().orElseThrow();
    var buying = firm.get(7).days().until(DAY);
    var terms = ValueTerms.DEFAULT.margin(0.4);
    var worth = values.of(Set.of(id("C-7")), DAY, terms).get(id("C-7"));
    assertThat(values.buyings(Set.of(id("C-7")), DAY)).containsEntry(id("C-7"), buying);
    assertThat(worth.active()).isEqualTo(model.active(buying)).isBetween(0.0, 1.0);
    assertThat(worth.source()).isEqualTo(ChanceSource.CALIBRATED);
    assertThat(worth.expectedPurchases()).isEqualTo(model.agreedPurchases(buying, 52));
    assertThat(worth.lifetimeValue().currency()).isEqualTo("EUR");
    assertThat(worth.lifetimeValue().amount().doubleValue())
        .isCloseTo(model.agreedValue(buying, terms).getAsDouble(), within(0.005));
  }

  /** Chance, number and money are of one customer: who may buy is expected to, and to pay. */
  @Test
  void nobodyIsExpectedToBuyLessOftenThanHeIsToBuyAtAll() {
    var firm = firm(300);
    values.refit(DAY);
    var model = values.inForce().orElseThrow();
    int scaled = 0;
    for (int i = 0; i < firm.size(); i++) {
      var id = id("C-" + i);
      var worth = values.of(Set.of(id), DAY, ValueTerms.DEFAULT).get(id);
      var buying = firm.get(i).days().until(DAY);
      double spend = model.expectedSpend(buying.spend()).getAsDouble();
      assertThat(worth.expectedPurchases()).as("C-%d", i).isGreaterThanOrEqualTo(worth.active());
      assertThat(worth.lifetimeValue().amount().doubleValue() + 0.01)
          .as("C-%d", i)
          .isGreaterThanOrEqualTo(worth.active() * spend / Math.pow(1.01, 3));
      scaled += worth.expectedPurchases() > worth.active() ? 1 : 0;
    }
    assertThat(scaled).as("by the model and not by the floor").isGreaterThan(firm.size() / 2);
  }

  @Test
  void whoPaysInAnotherCurrencyHasRhythmAndChanceButNoMoney() {
    firm(300);
    var at = DAY.minusDays(30).atTime(12, 0).atZone(clock.getZone()).toInstant();
    purchases.record(List.of(Purchase.paid("US", "test", "us", at, new BigDecimal("900"), "USD")));
    values.refit(DAY);
    var worth = values.of(Set.of(id("US")), DAY, ValueTerms.DEFAULT).get(id("US"));
    assertThat(worth.active()).isPositive();
    assertThat(worth.lifetimeValue()).isNull();
  }

  @Test
  void purchasesAfterTheDayAndThoseThatDoNotCountAreLeftOut() {
    stories.aCustomer("A").buyingEvery(30).times(5).silentFor(0).save();
    var late = values.buyings(Set.of(id("A")), DAY.minusDays(1)).get(id("A"));
    assertThat(late.repeats()).isEqualTo(3);
    jdbc.sql("update purchase set status = 'cancelled' where purchased_at > :day")
        .param("day", DAY.minusDays(10))
        .update();
    assertThat(values.buyings(Set.of(id("A")), DAY).get(id("A")).repeats()).isEqualTo(3);
  }

  /** Kinds of customers have first gaps of their own. */
  @Test
  void kindsAreReadFromTheCustomers() {
    firm(450);
    jdbc.sql("update customer set kind = 'restaurant' where ref < 'C-3'").update();
    values.refit(DAY);
    var report = values.report(stories.marketing());
    assertThat(report.firstGaps())
        .extracting(ModelReport.FirstGapRow::kind)
        .containsExactly(null, "restaurant");
    assertThat(report.late()).hasSize(10);
    assertThat(report.late().get(0).late()).isEqualTo(report.firstGaps().get(0).late());
  }

  @Test
  void aRepDoesNotSeeTheModel() {
    assertThatThrownBy(() -> values.report(stories.rep("rita"))).isInstanceOf(NotAllowed.class);
  }
}
