package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.purchase.Purchases;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The callers agree: a customer judged alone is what the night made of him, two rankings are what
 * one would be, and the same night again writes nothing (speed.md, row 3).
 */
class SettlingTest extends CategoryStories {

  @Autowired Purchases purchases;
  @Autowired Customers customers;
  @Autowired TransactionTemplate transaction;

  private final Random random = new Random(20260601);

  /** Ties, gifts, refunds, other currencies, unpaid and unknown of everything. */
  private void aRandomFirm(int size) {
    for (int i = 0; i < size; i++) {
      stories.aCustomer("R-" + i).neverBought().save();
    }
    jdbc.sql(
            """
            insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status, margin, units,
                                  refund_told)
            select c.id, 'random', c.id || '-' || n, timestamptz '2026-06-01 12:00Z' - random() * interval '700 days',
                   (array[0, 1, 5, 10, 10, 20, 99.99, 500])[1 + floor(random() * 8)::int],
                   case when random() < 0.9 then 'EUR' else 'USD' end,
                   (array['paid', 'paid', 'paid', 'paid', 'pending', 'cancelled', 'refunded'])[1 + floor(random() * 7)::int],
                   case when random() < 0.6 then round((random() * 20 - 6)::numeric, 2) end,
                   case when random() < 0.5 then floor(random() * 9)::int end,
                   case when random() < 0.1 then 3 end
            from (select setseed(0.42)) seed, customer c, generate_series(1, 1 + c.id::int % 23) n
            """)
        .update();
  }

  private List<CategorySettings> kinds() {
    var d = CategorySettings.DEFAULT;
    var kinds = new ArrayList<>(List.of(d, totals(3), totals(5)));
    for (var criterion : Criterion.values()) {
      kinds.add(by(criterion));
    }
    kinds.add(
        new CategorySettings(
            Criterion.UNITS,
            d.a(),
            d.b(),
            d.x(),
            d.y(),
            d.way(),
            d.share(),
            11,
            CategorySettings.Approach.DIFFICULT));
    return kinds;
  }

  @Test
  void eachCustomerJudgedAloneIsWhatTheNightMadeOfHim() {
    aRandomFirm(150);
    jdbc.sql("update customer set flagship = id % 17 = 0, pays_badly = id % 13 = 0").update();
    for (var settings : kinds()) {
      settings(settings);
      var standings =
          standings(DAY).stream().collect(Collectors.toMap(s -> s.customer(), Function.identity()));
      assertThat(standings).isNotEmpty();
      var stored = stored();
      assertThat(stored.values()).extracting(Category::abc).contains(Abc.values());
      for (var id : ids()) {
        var months = alone(id);
        var judge = categories.judge(Set.of(id)).orElseThrow();
        assertThat(months.known() ? judge.of(months) : null)
            .as("%s by %s", id, settings)
            .isEqualTo(stored.get(id));
        assertThat(judge.standing(months))
            .isEqualTo(Optional.ofNullable(standings.get(id.value())));
      }
    }
  }

  private List<dev.winback.customer.CustomerId> ids() {
    return jdbc.sql("select id from customer order by id")
        .query((row, n) -> new dev.winback.customer.CustomerId(row.getLong(1)))
        .list();
  }

  private Map<dev.winback.customer.CustomerId, Category> stored() {
    return categories.of(Set.copyOf(ids()));
  }

  private Months alone(dev.winback.customer.CustomerId id) {
    var months = categories.judge(Set.of(id)).orElseThrow().months().of(id.value());
    transaction.executeWithoutResult(
        status -> purchases.stream(Set.of(id), row -> months.add(clock.day(row.at()), row)));
    return months;
  }

  @Test
  void rankingsOfTwoRangesJoinToWhatOneWouldBe() {
    aRandomFirm(120);
    night();
    var whole = everything();
    long middle = ids().get(47).value();
    var low = part(0, middle);
    var high = part(middle, Long.MAX_VALUE);
    assertThat(categories.settle(high.join(low))).isZero();
    assertThat(everything()).isEqualTo(whole);
  }

  private Ranking part(long from, long until) {
    var ranking = categories.begin(DAY);
    var collecting = new Collecting(ranking, clock, new long[0]);
    transaction.executeWithoutResult(status -> purchases.stream(from, until, collecting));
    collecting.end();
    return ranking;
  }

  @Test
  void theSameNightTwiceWritesNothing() {
    aRandomFirm(60);
    for (var settings : kinds()) {
      settings(settings);
      assertThat(night()).isPositive();
      var before = everything();
      assertThat(night()).as("%s", settings).isZero();
      assertThat(everything()).isEqualTo(before);
    }
  }

  @Test
  void theOrderInWhichFactsCameDoesNotMatter() {
    aRandomFirm(40);
    night();
    var before = everything();
    jdbc.sql(
            """
            with all_of_them as (delete from purchase returning *)
            insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status, margin, units,
                                  refund_told)
            select customer_id, source, external_id, purchased_at, amount, currency, status, margin, units, refund_told
            from all_of_them order by hashtext(external_id)
            """)
        .update();
    jdbc.sql("truncate customer_category, category_limit, vip_month, vip_member, vip_move")
        .update();
    night();
    assertThat(withoutTimes(everything())).isEqualTo(withoutTimes(before));
  }

  private static String withoutTimes(List<?> rows) {
    return rows.toString().replaceAll("(judged_at|touched)=[^,}]*", "");
  }

  @Test
  void whatIsPackedComesBackAsItWas() {
    for (int round = 0; round < 500; round++) {
      var ranking = new Ranking(DAY, "EUR", Instant.EPOCH);
      var one = ranking.months();
      var seen = new ArrayList<String>();
      long customer = 0;
      for (int i = 0; i < 5; i++) {
        one.of(customer += 1 + random.nextInt(1_000_000));
        for (int n = random.nextInt(12); n >= 0; n--) {
          one.add(
              DAY.minusDays(random.nextInt(800)),
              Math.abs(random.nextLong()) >>> random.nextInt(63),
              random.nextBoolean()
                  ? random.nextLong() >> 20
                  : dev.winback.purchase.PurchaseRow.UNKNOWN,
              random.nextInt(9),
              random.nextInt(5) > 0,
              random.nextBoolean(),
              random.nextInt(9) > 0);
        }
        ranking.add(one);
        if (one.known()) {
          seen.add(text(one));
        }
      }
      var back = new ArrayList<String>();
      ranking.each(m -> back.add(text(m)));
      assertThat(back).isEqualTo(seen);
    }
  }

  private static String text(Months m) {
    return m.customer
        + " "
        + List.of(
            m.first,
            m.foreign,
            java.util.Arrays.toString(m.paid),
            java.util.Arrays.toString(m.pending),
            java.util.Arrays.toString(m.margin),
            java.util.Arrays.toString(m.ofMargin),
            java.util.Arrays.toString(m.units),
            java.util.Arrays.toString(m.purchases));
  }

  @Test
  void aRankingWantsItsCustomersInOrder() {
    var ranking = new Ranking(DAY, "EUR", Instant.EPOCH);
    var months = ranking.months().of(7);
    months.add(DAY, 1, 0, 0, true, false, true);
    ranking.add(months);
    assertThatThrownBy(() -> ranking.add(months)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ranking.join(new Ranking(DAY.plusDays(1), "EUR", Instant.EPOCH)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoWasJudgedAloneAfterTheNightBeganIsLeftAsHeIs() {
    var anna = customer("anna");
    var bert = customer("bert");
    pays(anna, LocalDate.of(2026, 5, 1), "90");
    pays(bert, LocalDate.of(2026, 5, 1), "10");
    night();
    var ranking = categories.collect(DAY);
    pays(bert, LocalDate.of(2026, 5, 2), "990");
    var alone = categories.judge(Set.of(bert)).orElseThrow().of(alone(bert));
    assertThat(alone.abc()).as("by the limits of the last night").isEqualTo(Abc.A);
    transaction.executeWithoutResult(status -> categories.put(Set.of(bert), Map.of(bert, alone)));
    categories.settle(ranking);
    assertThat(category(bert)).isEqualTo(alone);
    night();
    assertThat(cell(anna)).isEqualTo("BZ");
  }

  @Test
  void whoHasNoPurchaseAnyMoreLosesHisCategoryAloneAndByNight() {
    var anna = customer("anna");
    var bert = customer("bert");
    pays(anna, DAY, "1");
    pays(bert, DAY, "1");
    night();
    jdbc.sql("update purchase set status = 'cancelled'").update();
    transaction.executeWithoutResult(status -> categories.put(Set.of(anna), Map.of()));
    assertThat(category(anna)).isNull();
    assertThat(category(bert)).isNotNull();
    night();
    assertThat(category(bert)).isNull();
    assertThat(categories.limits()).hasValueSatisfying(l -> assertThat(l.aValue()).isNull());
  }

  @Test
  void whoIsErasedHasNoCategoryAndStaysInTheFigures() {
    var anna = customer("anna");
    pays(anna, LocalDate.of(2026, 5, 1), "90");
    pays(customer("bert"), LocalDate.of(2026, 5, 1), "10");
    night();
    customers.erase("anna", manager);
    assertThat(category(anna)).isNull();
    night();
    assertThat(category(anna)).isNull();
    assertThat(categories.limits())
        .hasValueSatisfying(l -> assertThat(l.total()).isEqualByComparingTo("100"));
  }

  @Test
  void beforeTheFirstNightNobodyIsJudged() {
    assertThat(categories.judge(Set.of(customer("anna")))).isEmpty();
    assertThat(categories.limits()).isEmpty();
  }
}
