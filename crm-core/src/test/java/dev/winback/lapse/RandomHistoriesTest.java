package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I1, I3, I5 and I9 over random histories of purchases, refunds, talks and nights; the seed is in
 * the name of the test.
 */
class RandomHistoriesTest extends LapseStories {

  private record Sale(CustomerId customer, long purchase) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 6})
  void theInvariantsHoldWhateverHappens(long seed) {
    var random = new Random(seed);
    var reps = List.of(stories.rep("ann"), stories.rep("bob"), stories.rep("cid"));
    var customers = new ArrayList<CustomerId>();
    for (int i = 0; i < 12; i++) {
      var story = stories.aCustomer().times(1 + random.nextInt(4)).silentFor(random.nextInt(150));
      customers.add(
          random.nextBoolean() ? story.save() : story.ownedBy(reps.get(random.nextInt(3))).save());
    }
    var sales = new ArrayList<Sale>();
    for (int step = 0; step < 60; step++) {
      happen(random, customers, sales);
      check();
    }
    night();
    check();
    theLastNightEqualsAFoldOfEverythingAtOnce();
  }

  private void happen(Random random, List<CustomerId> customers, List<Sale> sales) {
    var customer = customers.get(random.nextInt(customers.size()));
    switch (random.nextInt(7)) {
      case 0, 1 -> {
        passDays(5 + random.nextInt(40));
        nightly.run(today);
      }
      case 2 -> sales.add(new Sale(customer, buys(customer, today)));
      case 3 -> sales.add(new Sale(customer, buys(customer, today.minusDays(random.nextInt(150)))));
      case 4 -> talks(customer, today.minusDays(random.nextInt(20)), random.nextBoolean());
      case 5 -> {
        if (!sales.isEmpty()) {
          var sale = sales.get(random.nextInt(sales.size()));
          becomes(sale.customer(), sale.purchase(), random.nextBoolean() ? "cancelled" : "paid");
        }
      }
      default -> closeOne(random);
    }
  }

  private void closeOne(Random random) {
    var open =
        jdbc.sql(
                "select id from lapse where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') order by id")
            .query(Long.class)
            .list();
    if (!open.isEmpty()) {
      var exits = List.of(Stage.REFUSED, Stage.UNREACHABLE, Stage.NOT_WANTED, Stage.FALSE_ALARM);
      var lapse = new LapseId(open.get(random.nextInt(open.size())));
      lapses.close(lapse, exits.get(random.nextInt(exits.size())), "so", manager);
    }
  }

  private void check() {
    none(
        "two open lapses (I1)",
        """
        select customer_id from lapse where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
        group by 1 having count(*) > 1
        """);
    none(
        "returned without a counting purchase from the opening on (I3)",
        """
        select l.id from lapse l where l.stage in ('RETURNED', 'RESTORED', 'SAFE') and not exists (
          select 1 from purchase p where p.id = l.return_purchase_id and p.counting
            and (p.purchased_at at time zone 'Europe/Berlin')::date >= l.opened_on)
        """);
    none(
        "open although he bought since (RET-01)",
        """
        select l.id from lapse l join purchase p on p.customer_id = l.customer_id and p.counting
        where l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING', 'REFUSED', 'UNREACHABLE', 'TWICE_LOST')
          and (p.purchased_at at time zone 'Europe/Berlin')::date >= l.opened_on
          and not exists (select 1 from lapse n where n.customer_id = l.customer_id and n.number > l.number
                            and n.stage not in ('FALSE_ALARM', 'MERGED')
                            and n.opened_on <= (p.purchased_at at time zone 'Europe/Berlin')::date)
        """);
    none(
        "assigned to who lost him (I5)",
        """
        select l.id from lapse l join lapse e on e.customer_id = l.customer_id and e.lost_by = l.assignee
        where l.override_reason is null
        """);
    none(
        "one purchase returns two lapses",
        "select return_purchase_id from lapse where return_purchase_id is not null group by 1 having count(*) > 1");
  }

  /** I9, speed.md row 3: what arrived fact by fact is what one fold over everything finds. */
  private void theLastNightEqualsAFoldOfEverythingAtOnce() {
    var arrived = dump();
    jdbc.sql("delete from signal").update();
    jdbc.sql("delete from customer_value").update();
    nightly.run(today);
    assertThat(dump()).isEqualTo(arrived);
  }

  private void none(String what, String sql) {
    assertThat(jdbc.sql(sql).query().listOfRows()).as(what).isEmpty();
  }
}
