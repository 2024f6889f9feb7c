package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DEC-06: who is A by each criterion, whichever of them is the firm's; the lists differ. */
class FrontsTest extends CategoryStories {

  @Test
  void whoPaysMuchOnceAndWhoPaysLittleOftenAreAByDifferentCriteria() {
    var much = customer("MUCH");
    var often = customer("OFTEN");
    var seldom = customer("SELDOM");
    pays(much, DAY.minusDays(40), "10000");
    for (int i = 1; i <= 20; i++) {
      pays(often, DAY.minusDays(10L * i), "10");
    }
    for (int i = 1; i <= 3; i++) {
      pays(seldom, DAY.minusDays(10L * i), "1");
    }
    night();
    assertThat(category(much).aBy()).isEqualTo(bits(Criterion.AMOUNT, Criterion.RENDERED));
    assertThat(category(often).aBy()).isEqualTo(bits(Criterion.PURCHASES));
    assertThat(category(seldom).aBy()).isZero();
    var paid = categories.fronts().get(Criterion.AMOUNT.ordinal());
    assertThat(paid.customers()).isEqualTo(3);
    assertThat(paid.inFront()).isEqualTo(1);
    assertThat(paid.total()).isEqualByComparingTo("10203");
    assertThat(paid.brings()).isEqualByComparingTo("10000");
    assertThat(categories.fronts().get(Criterion.PROFIT.ordinal()).inFront())
        .as("no margin is known")
        .isZero();
  }

  @Test
  void whoCostsMoneyIsAByNone() {
    var dear = customer("DEAR");
    buys(dear, DAY.minusDays(10), "500", "EUR", "paid", "-1", 3);
    pays(customer("OTHER"), DAY.minusDays(10), "1");
    night();
    assertThat(category(dear).abc()).isEqualTo(Abc.D);
    assertThat(category(dear).aBy()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void byTheFirmsOwnCriterionItIsTheLetter(Criterion criterion) {
    var all = new ArrayList<dev.winback.customer.CustomerId>();
    for (int i = 1; i <= 40; i++) {
      var one = customer("K-" + i);
      all.add(one);
      for (int n = 0; n <= i % 5; n++) {
        buys(
            one,
            DAY.minusDays(7L * n + i),
            "" + (1 + i * i % 90),
            "EUR",
            "paid",
            "" + i % 7,
            i % 3);
      }
    }
    settings(by(criterion));
    night();
    int letters = 0;
    for (var one : all) {
      boolean a = category(one).abc() == Abc.A;
      letters += a ? 1 : 0;
      assertThat((category(one).aBy() & criterion.bit()) != 0).as("%s", one).isEqualTo(a);
    }
    assertThat(letters).isBetween(1, 39);
    assertThat(categories.fronts().get(criterion.ordinal()).inFront()).isEqualTo(letters);
    assertThat(night()).as("the same night again writes nothing").isZero();
  }

  @Test
  void whoIsJudgedAloneIsJudgedByTheSameCriteria() {
    var often = customer("OFTEN");
    for (int i = 1; i <= 20; i++) {
      pays(often, DAY.minusDays(10L * i), "10");
    }
    pays(customer("MUCH"), DAY.minusDays(40), "10000");
    night();
    int known = category(often).aBy();
    jdbc.sql("update customer_category set a_by = 0").update();
    var judge = categories.judge(Set.of(often)).orElseThrow();
    var months = judge.months().of(often.value());
    for (int i = 1; i <= 20; i++) {
      months.add(DAY.minusDays(10L * i), 1000, 0, 1, true, false, true);
    }
    assertThat(judge.of(months).aBy()).isEqualTo(known).isEqualTo(bits(Criterion.PURCHASES));
  }

  private static int bits(Criterion... criteria) {
    return List.of(criteria).stream().mapToInt(Criterion::bit).sum();
  }
}
