package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.ServersOwnPlans;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of those with a signal is the same whether so many have it that each is looked up. By a
 * plan kept from the few rows of another test it took 24 s of 3.
 */
@CoreTest
@ExtendWith(ServersOwnPlans.class)
class SignalOnTheWayTest {

  private static final CustomerFilter DROPPED = CustomerFilter.of("signal=volume-drop");

  @Autowired Stories stories;
  @Autowired CustomerLists customers;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void manyHaveASignal() {
    boss = stories.manager();
    jdbc.sql(
            "insert into customer (ref, name) select 'C-' || n, 'Name ' || n * 7919 % 10007 from generate_series(1, 10300) n")
        .update();
    jdbc.sql(
            """
            insert into signal (customer_id, kind, since, evidence)
            select id, 'volume-drop', date '2026-05-01', '{}' from customer where id % 50 > 0
            """)
        .update();
  }

  @Test
  void ofACommonSignal() {
    assertThat(customers.countAll(DROPPED, boss)).isGreaterThan(10_000);
    assertThat(twoPages()).isEqualTo(plain());
  }

  @Test
  void ofARareSignal() {
    jdbc.sql(
            """
            with gone as (delete from signal where customer_id % 20 > 0 returning customer_id)
            insert into touched_customer (customer) select customer_id from gone
            """)
        .update();
    assertThat(customers.countAll(DROPPED, boss)).isBetween(300, 500);
    assertThat(twoPages()).isEqualTo(plain());
  }

  private List<String> twoPages() {
    var first = customers.page(DROPPED, null, 100, boss);
    var rows = new ArrayList<>(first.items());
    rows.addAll(customers.page(DROPPED, first.next(), 100, boss).items());
    return rows.stream().map(CustomerRow::ref).toList();
  }

  private List<String> plain() {
    return jdbc.sql(
            """
            select ref from customer where id in (select customer_id from signal where kind = 'volume-drop')
             order by lower(display_name), id limit 200
            """)
        .query(String.class)
        .list();
  }
}
