package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Visible;
import dev.winback.shared.Pieces;
import dev.winback.signal.SignalKind;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Both lists find whoever has a signal by his row: each kind, in each order, what a look at the
 * signals themselves finds.
 */
@CoreTest
class SignalsInListsTest {

  @Autowired Stories stories;
  @Autowired CustomerLists customers;
  @Autowired LostCustomers lost;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Actor boss;

  @BeforeEach
  void everyKindIsThereBesideOthers() {
    boss = stories.manager();
    jdbc.sql(
            """
            insert into customer (ref, name) select 'C-' || n, 'Name ' || n * 7919 % 151 from generate_series(1, 200) n;
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase, revenue, value_year, currency)
            select id, 3, 3, date '2025-01-01', date '2026-05-01', 300, id % 40, 'EUR' from customer;
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, owner_key)
            select id, 1, 'LATE', date '2026-03-01' + id::int % 20, 'silent', date '2026-01-01' + id::int % 30, id % 60, 'EUR', owner_key from customer;
            """)
        .update();
    haveSignals();
    jdbc.sql("analyze customer_row, lost_row").update();
  }

  private void haveSignals() {
    for (var kind : SignalKind.values()) {
      jdbc.sql(
              """
              insert into signal (customer_id, kind, since, evidence, stale_owner)
              select id, :kind, date '2026-05-01', '{"class": 90}', case when :kind = 'stale-contact' then owner_key end
                from customer where id % :one = 0
              """)
          .param("kind", kind.code())
          .param("one", kind.ordinal() + 2)
          .update();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name  | c.sort_name, c.id
          value | c.value_year desc, c.id desc
          """)
  void customersOfEachKind(String sort, String order) {
    for (var code : codes()) {
      var filter = CustomerFilter.of("signal=" + code + "&sort=" + sort);
      var plain = plain("c.id", code, "customer_row c", order);
      var pages = new ArrayList<String>();
      @Nullable String after = null;
      do {
        var page = customers.page(filter, after, 7, boss);
        page.items().forEach(row -> pages.add(row.ref()));
        after = page.next();
      } while (after != null);
      assertThat(pages).as(code).isEqualTo(plain);
      assertThat(customers.countAll(filter, boss)).as(code).isEqualTo(plain.size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          value  | c.value_year desc, c.id desc
          days   | c.silent_since, c.id
          opened | c.opened_on desc, c.id desc
          gain   | c.id desc
          name   | c.sort_name, c.id
          """)
  void lossesOfEachKind(String sort, String order) {
    for (var code : codes()) {
      var filter = LostFilter.of("signal=" + code + "&sort=" + sort);
      var plain = plain("c.customer_id", code, "lost_row c", order);
      var page = lost.page(filter, null, 300, boss);
      assertThat(page.items()).as(code).extracting(LostRow::ref).isEqualTo(plain);
      assertThat(lost.count(filter, boss)).as(code).isEqualTo(plain.size());
    }
  }

  private static List<String> codes() {
    return Arrays.stream(SignalKind.values()).map(SignalKind::code).toList();
  }

  private List<String> plain(String customer, String code, String from, String order) {
    var sql =
        "select c.ref from %s where exists (select from signal where customer_id = %s and kind = :kind) order by %s";
    var plain = jdbc.sql(sql.formatted(from, customer, order)).param("kind", code);
    return plain.query(String.class).list();
  }

  @Test
  void whatIsDroppedIsNotFoundAnyMore() {
    jdbc.sql(
            """
            with gone as (delete from signal where kind = 'complaint' returning customer_id)
            insert into touched_customer (customer) select customer_id from gone
            """)
        .update();
    assertThat(customers.countAll(CustomerFilter.of("signal=complaint"), boss)).isZero();
    assertThat(lost.count(LostFilter.of("signal=complaint"), boss)).isZero();
  }

  @Test
  void eachKindHasABitOfItsOwn() {
    var common =
        SignalAsked.COMMON.stream().map(SignalKind::code).collect(Collectors.joining("', '"));
    var bits =
        jdbc.sql(
                """
                select bit_or(common_sign(k)) = 31 and count(distinct common_sign(k)) = 5 and bit_or(rare_sign(k)) = 1023
                       and count(distinct rare_sign(k)) = 10 and bool_and(rare_sign(k) is null = (k in ('%s')))
                  from unnest(cast(:kinds as text[])) k
                """
                    .formatted(common))
            .param("kinds", codes().toArray(String[]::new))
            .query(Boolean.class);
    assertThat(bits.single()).isTrue();
  }

  @Test
  void aSignThatFewHaveIsLookedForAmongFew() {
    assertThat(plan("signal=complaint")).contains("using customer_row_rare_name");
    assertThat(plan("signal=complaint&sort=value")).contains("using customer_row_rare_value");
    assertThat(plan("signal=silent")).contains("using customer_row_name").contains("common_signs");
  }

  private String plan(String query) {
    var filter = CustomerFilter.of(query);
    var sql = CustomerPieces.page(filter, filter.order().order(), true, boss);
    var explained =
        jdbc.sql("explain (costs off) " + Pieces.limited(sql, 8))
            .params(filter.params())
            .params(Visible.to(boss))
            .param("today", LocalDate.of(2026, 6, 1));
    return transaction.execute(
        tx -> {
          jdbc.sql("set local enable_bitmapscan = off; set local enable_seqscan = off").update();
          return String.join("\n", explained.query(String.class).list());
        });
  }
}
