package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.nightly.NightlyRun;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of lapses have in common: a customer buys, a night passes, a refund comes. */
@CoreTest
abstract class LapseStories {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Lapses lapses;
  @Autowired Decisions decisions;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  LocalDate today = MovableClock.START;
  Actor manager;

  @BeforeEach
  void start() {
    today = MovableClock.START;
    manager = stories.manager();
  }

  void passDays(int days) {
    today = today.plusDays(days);
    clock.setDay(today);
  }

  /** The night is run twice, always: the second must change nothing. */
  void night() {
    nightly.run(today);
    var once = dump();
    nightly.run(today);
    org.assertj.core.api.Assertions.assertThat(dump()).isEqualTo(once);
  }

  String dump() {
    return List.of(
            jdbc.sql("select * from lapse order by id").query().listOfRows(),
            jdbc.sql("select * from signal order by customer_id, kind").query().listOfRows(),
            jdbc.sql("select * from customer_value order by customer_id").query().listOfRows())
        .toString()
        .replaceAll(", touched=\\d+", "");
  }

  long buys(CustomerId customer, LocalDate day) {
    return transaction.execute(
        status -> {
          long purchase = stories.purchase(customer, day, "50.00");
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
          return purchase;
        });
  }

  long buysWith(CustomerId customer, LocalDate day, String coupon) {
    return transaction.execute(
        status -> {
          long purchase = stories.purchase(customer, noon(day), "50.00", null, coupon);
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
          return purchase;
        });
  }

  void becomes(CustomerId customer, long purchase, String status) {
    transaction.executeWithoutResult(
        s -> {
          jdbc.sql("update purchase set status = :status where id = :id")
              .param("status", status)
              .param("id", purchase)
              .update();
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
        });
  }

  void refund(CustomerId customer, long purchase) {
    becomes(customer, purchase, "refunded");
  }

  void talks(CustomerId customer, LocalDate day, boolean reached) {
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, reached)
            select :customer, 'story', 'c' || (count(*) + 1), :at, 'phone', :reached from contact
            """)
        .param("customer", customer.value())
        .param("at", noon(day).atOffset(ZoneOffset.UTC))
        .param("reached", reached)
        .update();
  }

  java.time.Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(clock.getZone()).toInstant();
  }

  List<Map<String, Object>> lapsesOf(CustomerId customer) {
    return jdbc.sql("select * from lapse where customer_id = :id order by number")
        .param("id", customer.value())
        .query()
        .listOfRows();
  }

  List<String> stages(CustomerId customer) {
    return lapsesOf(customer).stream().map(row -> (String) row.get("stage")).toList();
  }

  LapseId lapse(CustomerId customer) {
    var rows = lapsesOf(customer);
    return new LapseId((Long) rows.get(rows.size() - 1).get("id"));
  }

  Object field(CustomerId customer, String name) {
    var rows = lapsesOf(customer);
    return rows.get(rows.size() - 1).get(name);
  }

  LocalDate day(CustomerId customer, String name) {
    return ((java.sql.Date) field(customer, name)).toLocalDate();
  }
}
