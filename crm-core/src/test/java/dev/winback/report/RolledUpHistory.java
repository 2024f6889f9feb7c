package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sixty customers of three years with purchases at the ends of days and months, gifts, refunds,
 * dollars and orders not paid, a third of them a rep's; and the night.
 */
@CoreTest
abstract class RolledUpHistory {

  /** Whom a figure is about: everybody, or those that a rep sees. */
  record Look(Actor actor, String customers) {}

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired RollUps rollUps;
  @Autowired MovableClock clock;
  @Autowired BusinessClock business;
  @Autowired JdbcClient jdbc;

  final List<CustomerId> customers = new ArrayList<>();
  Actor boss;
  Actor anna;

  @BeforeEach
  void threeYears() {
    boss = stories.manager();
    anna = stories.rep("anna");
    customers.clear();
    var random = new SplittableRandom(77);
    for (int i = 0; i < 60; i++) {
      var story = stories.aCustomer("R-" + i).neverBought();
      var customer = (i % 3 == 0 ? story.ownedBy(anna) : story).save();
      customers.add(customer);
      buys(customer, random);
    }
    jdbc.sql(
            """
            update purchase set
              amount = case when id % 17 = 0 then 0 else amount end,
              currency = case when id % 13 = 0 then 'USD' else currency end,
              status = case when id % 11 = 0 then 'pending' else status end,
              refund_told = case when id % 7 = 0 and id % 17 <> 0 then amount when id % 5 = 0 and id % 17 <> 0 then 1 end
            """)
        .update();
    nightly.run(clock.today());
  }

  private void buys(CustomerId customer, SplittableRandom random) {
    for (var day = MovableClock.START.minusDays(random.nextInt(1, 1_100));
        day.isBefore(MovableClock.START);
        day = day.plusDays(random.nextInt(3, 110))) {
      buys(
          customer, random.nextInt(4) == 0 ? day.withDayOfMonth(day.lengthOfMonth()) : day, random);
    }
  }

  private void buys(CustomerId customer, LocalDate day, SplittableRandom random) {
    if (day.isBefore(MovableClock.START)) {
      var time = random.nextBoolean() ? LocalTime.of(23, 30) : LocalTime.of(0, 30);
      var at = day.atTime(time).atZone(business.getZone()).toInstant();
      stories.purchase(customer, at, "" + random.nextInt(5, 300), null, null);
    }
  }

  List<Look> looks() {
    return List.of(
        new Look(boss, "true"),
        new Look(
            anna,
            "customer_id in (select id from customer where owner_id = %d union select customer_id from lapse where assignee = %d)"
                .formatted(anna.member(), anna.member())));
  }

  long number(String sql) {
    return jdbc.sql(sql.replace("ZONE", "'" + business.getZone().getId() + "'"))
        .query(Long.class)
        .single();
  }
}
