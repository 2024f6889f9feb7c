package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.complaint.ComplaintsRecorded;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.nightly.NightlyRun;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.report.Figures;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of the time after a return have in common: a loss, a return, days that pass. */
@CoreTest
abstract class CareStories {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Returns returns;
  @Autowired FragileCustomers fragile;
  @Autowired Figures figures;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  LocalDate today = MovableClock.START;
  Actor manager;
  Actor rep;

  @BeforeEach
  void start() {
    today = MovableClock.START;
    manager = stories.manager();
    rep = stories.rep("ann");
  }

  void goTo(LocalDate day) {
    today = day;
    clock.setDay(day);
  }

  void passDays(int days) {
    goTo(today.plusDays(days));
  }

  /** Run twice, always: the second time changes nothing. */
  void settle() {
    returns.settle(today);
    org.assertj.core.api.Assertions.assertThat(returns.settle(today)).isZero();
  }

  /** Bought 100.00 every 30 days for a year until 100 days ago, and a night saw it. */
  CustomerId lost() {
    var customer = stories.aCustomer().buyingEvery(30).times(13).silentFor(100).ownedBy(rep).save();
    nightly.run(today);
    return customer;
  }

  /** Lost, and back today with this order. */
  CustomerId returned(String amount) {
    var customer = lost();
    buys(customer, amount);
    return customer;
  }

  long buys(CustomerId customer, String amount) {
    return transaction.execute(
        status -> {
          long purchase = stories.purchase(customer, today, amount);
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
          return purchase;
        });
  }

  void refunds(CustomerId customer, long purchase) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update purchase set status = 'refunded' where id = :id")
              .param("id", purchase)
              .update();
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
        });
  }

  void complains(CustomerId customer) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into complaint (customer_id, source, external_id, complained_at, text)
                  select :customer, 'story', 'k' || (count(*) + 1), :at, 'late' from complaint
                  """)
              .param("customer", customer.value())
              .param("at", today.atTime(12, 0).atZone(clock.getZone()).toOffsetDateTime())
              .update();
          events.publishEvent(new ComplaintsRecorded(Set.of(customer)));
        });
  }

  LapseId lapse(CustomerId customer) {
    return new LapseId(
        jdbc.sql("select id from lapse where customer_id = :c order by number desc limit 1")
            .param("c", customer.value())
            .query(Long.class)
            .single());
  }

  Map<String, Object> row(CustomerId customer) {
    return jdbc.sql("select * from lapse where customer_id = :c order by number desc limit 1")
        .param("c", customer.value())
        .query()
        .singleRow();
  }

  LocalDate day(CustomerId customer, String column) {
    var value = (java.sql.Date) row(customer).get(column);
    return value == null ? null : value.toLocalDate();
  }

  /** Kind and state of the tasks for the time after the return, in their order. */
  List<String> tasks(CustomerId customer) {
    return jdbc.sql(
            """
            select kind || ' ' || state from task where customer_id = :c and kind not in ('call') order by id
            """)
        .param("c", customer.value())
        .query(String.class)
        .list();
  }

  List<String> steps(CustomerId customer) {
    return jdbc.sql("select kind from aftercare_step where customer_id = :c order by due_on, kind")
        .param("c", customer.value())
        .query(String.class)
        .list();
  }

  void done(CustomerId customer, String kind) {
    jdbc.sql(
            """
            update task set state = 'done', closed_at = :now, version = version + 1
             where customer_id = :c and kind = :kind and state = 'open'
            """)
        .param("c", customer.value())
        .param("kind", kind)
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  /** As long as the list, and what the start page says. */
  long fragileNow() {
    long counted = fragile.count(new FragileFilter(null), manager);
    assertThat(figures.start(manager).fragile()).isEqualTo(counted);
    assertThat(figures.start(rep).fragile()).isEqualTo(fragile.count(new FragileFilter(null), rep));
    return counted;
  }
}
