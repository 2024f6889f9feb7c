package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.category.Categories;
import dev.winback.shared.Money;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DEC-11: where the range is mixed, what a customer brings is a mean weighted by customers. */
@CoreTest
class LifetimesTest {

  @Autowired Stories stories;
  @Autowired Signals signals;
  @Autowired Categories categories;
  @Autowired Lifetimes lifetimes;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;
  private Actor anna;

  @BeforeEach
  void threeOfFiveYearsAndOneWhoBoughtOnce() {
    boss = stories.manager();
    anna = stories.rep("anna");
    for (int i = 1; i <= 3; i++) {
      stories.aCustomer("MUCH-" + i).buyingEvery(73).times(25).amount("100").silentFor(5).save();
    }
    stories
        .aCustomer("LITTLE")
        .ownedBy(anna)
        .buyingEvery(30)
        .times(1)
        .amount("40")
        .silentFor(400)
        .save();
    kind("wholesale", "MUCH%");
    settle();
  }

  private void kind(String kind, String refs) {
    jdbc.sql("update customer set kind = :kind where ref like :refs")
        .param("kind", kind)
        .param("refs", refs)
        .update();
  }

  private void settle() {
    signals.foldAll(clock.today());
    categories.settle(categories.collect(clock.today()));
  }

  @Test
  void fiveYearsOfFiveOrdersOf100AndOneOf40() {
    var table = lifetimes.table(boss);
    assertThat(table.letters()).extracting(LifetimePart::name).containsExactly("A", "C");
    var much = table.letters().get(0);
    assertThat(much.customers()).isEqualTo(3);
    assertThat(much.stays()).isEqualByComparingTo("5");
    assertThat(much.ordersAYear()).isEqualByComparingTo("5");
    assertThat(much.order()).isEqualByComparingTo("100");
    assertThat(much.value()).isEqualByComparingTo("2500");
    assertThat(table.letters().get(1).value()).isEqualByComparingTo("40");
    assertThat(table.mean()).as("(3 x 2500 + 40) / 4").isEqualTo(Money.of("1885.00", "EUR"));
  }

  @Test
  void kindsOfBuyersStandBesideTheLetters() {
    var kinds = lifetimes.table(boss).kinds();
    assertThat(kinds).extracting(LifetimePart::name).containsExactly("wholesale", null);
    assertThat(kinds).extracting(LifetimePart::customers).containsExactly(3L, 1L);
    jdbc.sql("update customer set kind = null").update();
    assertThat(lifetimes.table(boss).kinds()).as("nobody told any kind").isEmpty();
  }

  @Test
  void aRepSeesHisOwn() {
    assertThat(lifetimes.table(anna).mean()).isEqualTo(Money.of("40.00", "EUR"));
  }

  @Test
  void otherCurrenciesAreInNoFigure() {
    jdbc.sql(
            "update purchase set currency = 'USD' where customer_id = (select id from customer where ref = 'MUCH-1')")
        .update();
    settle();
    var table = lifetimes.table(boss);
    assertThat(table.foreign()).isEqualTo(1);
    assertThat(table.mean()).isEqualTo(Money.of("1680.00", "EUR"));
  }

  @Test
  void aFirmWithoutPurchasesHasNone() {
    jdbc.sql(
            """
            with gone as (delete from customer_category returning customer_id)
            insert into touched_customer (customer) select customer_id from gone
            """)
        .update();
    assertThat(lifetimes.table(boss).mean()).isNull();
  }
}
