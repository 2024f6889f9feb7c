package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DEC-03 to DEC-05, DET-16, DET-20: the list is the VIPs of six months, and its moves are kept. */
class VipListTest extends CategoryStories {

  private CustomerId steady;
  private CustomerId once;

  /** Five payers a month: one VIP each; a big payer in March alone. */
  @BeforeEach
  void firm() {
    steady = customer("steady");
    once = customer("once");
    for (int i = 0; i < 3; i++) {
      var small = customer("small-" + i);
      for (int month = 1; month <= 9; month++) {
        pays(small, LocalDate.of(2026, month, 5), "" + (10 + i));
      }
    }
    for (int month = 1; month <= 9; month++) {
      pays(steady, LocalDate.of(2026, month, 3), "100");
    }
    pays(once, LocalDate.of(2026, 3, 15), "400");
  }

  @Test
  void whoPaidMuchOnlyInMarchIsOnTheListOfTheHalfYear() {
    night(LocalDate.of(2026, 7, 1));
    assertThat(vips(LocalDate.of(2026, 3, 1))).containsExactly("once");
    assertThat(list()).containsExactly("once", "steady");
  }

  @Test
  void byTotalsTheOneOffPayerIsMissed() {
    settings(totals(5));
    night(LocalDate.of(2026, 7, 1));
    assertThat(list()).containsExactly("steady");
    assertThat(vips(LocalDate.of(2026, 3, 1))).as("the month still tells").containsExactly("once");
  }

  @Test
  void theListMovesMonthlyAndItsHistoryStays() {
    for (int month = 2; month <= 9; month++) {
      night(LocalDate.of(2026, month, 1));
      night(LocalDate.of(2026, month, 20));
    }
    assertThat(moves(LocalDate.of(2026, 1, 1), true)).containsExactly("steady");
    assertThat(moves(LocalDate.of(2026, 3, 1), true)).containsExactly("once");
    assertThat(moves(LocalDate.of(2026, 8, 1), false)).isEmpty();
    assertThat(list()).as("March to August").contains("once");
    night(LocalDate.of(2026, 10, 1));
    assertThat(moves(LocalDate.of(2026, 9, 1), false)).containsExactly("once");
    assertThat(list()).containsExactly("steady");
    assertThat(category(once).fallen()).isTrue();
    assertThat(category(once).second()).isEqualTo(SecondCategory.GOOD);
    assertThat(moves(LocalDate.of(2026, 3, 1), true)).containsExactly("once");
    assertThat(
            jdbc.sql("select listed, joined, dropped from vip_month where month = '2026-09-01'")
                .query()
                .singleRow())
        .isEqualTo(java.util.Map.of("listed", 1, "joined", 0, "dropped", 1));
    night(LocalDate.of(2026, 11, 1));
    assertThat(category(once).fallen()).as("a month later he is history").isFalse();
  }

  @Test
  void aFirstNightKnowsTheMovesOfTheMonthsBeforeIt() {
    night(LocalDate.of(2026, 10, 1));
    assertThat(moves(LocalDate.of(2026, 9, 1), false)).containsExactly("once");
    assertThat(category(once).fallen()).isTrue();
  }

  @Test
  void aLateFactRewritesAMonthOfTheListAndLeavesOlderOnesAlone() {
    night(LocalDate.of(2026, 9, 1));
    var late = customer("late");
    pays(late, LocalDate.of(2026, 2, 10), "999");
    pays(late, LocalDate.of(2026, 4, 10), "999");
    assertThat(night(LocalDate.of(2026, 9, 1))).isPositive();
    assertThat(vips(LocalDate.of(2026, 4, 1))).as("in the list").containsExactly("late");
    assertThat(vips(LocalDate.of(2026, 2, 1))).as("older").containsExactly("steady");
    assertThat(list()).contains("late");
    assertThat(moves(LocalDate.of(2026, 4, 1), true)).containsExactly("late");
  }

  @Test
  void aRefundTakesAVipOffTheMonthAgain() {
    night(LocalDate.of(2026, 7, 1));
    jdbc.sql("update purchase set status = 'refunded' where customer_id = :id")
        .param("id", once.value())
        .update();
    night(LocalDate.of(2026, 7, 1));
    assertThat(vips(LocalDate.of(2026, 3, 1))).containsExactly("steady");
    assertThat(list()).containsExactly("steady");
    assertThat(category(once)).isNull();
  }

  @Test
  void theSameNightTwiceWritesNothing() {
    night(LocalDate.of(2026, 9, 10));
    var before = everything();
    assertThat(night(LocalDate.of(2026, 9, 10))).isZero();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aNightOfThePastDoesNotTurnAMonthIntoAPreviewAgain() {
    night(LocalDate.of(2026, 9, 10));
    var months = jdbc.sql("select * from vip_month order by month").query().listOfRows();
    night(LocalDate.of(2026, 8, 10));
    assertThat(
            jdbc.sql("select * from vip_month where month > '2026-02-01' order by month")
                .query()
                .listOfRows())
        .isEqualTo(
            months.stream()
                .filter(m -> m.get("month").toString().compareTo("2026-02-01") > 0)
                .toList());
  }

  @Test
  void anotherCriterionRewritesTheMonthsOfTheListOnly() {
    night(LocalDate.of(2026, 9, 1));
    var criteria = "select setting_id from vip_month where month = cast(:m as date)";
    settings(by(Criterion.PURCHASES));
    night(LocalDate.of(2026, 9, 1));
    assertThat(jdbc.sql(criteria).param("m", "2026-02-01").query(Integer.class).single())
        .isEqualTo(1);
    assertThat(jdbc.sql(criteria).param("m", "2026-03-01").query(Integer.class).single())
        .isNotEqualTo(1);
  }

  @Test
  void theStandingTellsWhatTheRulesOfVipsNeed() {
    buys(steady, LocalDate.of(2026, 9, 20), "20", "EUR", "paid", "5", null);
    jdbc.sql(
            "update purchase set amount = 30 where customer_id = :id and purchased_at::date = '2026-09-03'")
        .param("id", steady.value())
        .update();
    var found = standings(LocalDate.of(2026, 10, 1));
    assertThat(found)
        .filteredOn(s -> s.customer() == steady.value())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.vip()).isTrue();
              assertThat(s.wasVip()).isTrue();
              assertThat(s.month()).hasToString("2026-09");
              assertThat(s.list()).isEqualTo(6);
              assertThat(s.before()).isEqualTo(500_00);
              assertThat(s.payments()).isEqualTo(5);
              assertThat(s.last()).isEqualTo(50_00);
              assertThat(s.margin()).isEqualTo(5_00);
              assertThat(s.ofMargin()).isEqualTo(20_00);
              assertThat(s.currency()).isEqualTo("EUR");
            });
    assertThat(found)
        .filteredOn(s -> s.customer() == once.value())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.vip()).isFalse();
              assertThat(s.wasVip()).isTrue();
              assertThat(s.last()).isZero();
              assertThat(s.ofMargin()).isZero();
            });
    assertThat(found)
        .extracting(VipStanding::customer)
        .containsExactlyInAnyOrderElementsOf(List.of(steady.value(), once.value()));
  }
}
