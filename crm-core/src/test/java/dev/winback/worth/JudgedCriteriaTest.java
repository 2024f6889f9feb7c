package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DEC-18, DEC-19: what a category and the last orders say by themselves. */
class JudgedCriteriaTest extends WorthStories {

  @BeforeEach
  void aNight() {
    night();
  }

  private @Nullable Boolean figures(Criterion criterion) {
    return considerations.criteria(lapse(), manager).stream()
        .filter(row -> row.criterion() == criterion)
        .findAny()
        .orElseThrow()
        .figures();
  }

  private void ranked(String abc, String xyz) {
    jdbc.sql("update customer_category set abc = :abc, xyz = :xyz where customer_id = :c")
        .param("abc", abc)
        .param("xyz", xyz)
        .param("c", lost.value())
        .update();
  }

  @ParameterizedTest
  @CsvSource({
    "A, X, true, false",
    "B, Z, false, false",
    "C, Y, false, false",
    "C, Z, false, true",
    "D, Z, false, false"
  })
  void theClassSaysWhoBringsMuchAndWhoBuysLittleAndRarely(
      String abc, String xyz, boolean much, boolean little) {
    ranked(abc, xyz);
    assertThat(figures(Criterion.TURNOVER)).isEqualTo(much);
    assertThat(figures(Criterion.RARE_AND_LITTLE)).isEqualTo(little);
  }

  /** His class is of the firm's own currency: it says nothing of who paid in another one. */
  @Test
  void aYearInAnotherCurrencyIsNotJudged() {
    ranked("C", "Z");
    currency("USD", "true");
    assertThat(figures(Criterion.TURNOVER)).isNull();
    assertThat(figures(Criterion.RARE_AND_LITTLE)).isNull();
    assertThat(figures(Criterion.PROMISING)).isNull();
    currency("EUR", "id = (select max(id) from purchase where customer_id = " + lost.value() + ")");
    assertThat(figures(Criterion.RARE_AND_LITTLE)).isTrue();
  }

  private void currency(String currency, String which) {
    jdbc.sql(
            "update purchase set currency = :currency where customer_id = :c and (%s)"
                .formatted(which))
        .param("currency", currency)
        .param("c", lost.value())
        .update();
  }

  @Test
  void whoseLastThreeOrdersWereAFifthAboveTheEarlierOnesIsPromising() {
    lastThree("119.00");
    assertThat(figures(Criterion.PROMISING)).isFalse();
    lastThree("120.00");
    assertThat(figures(Criterion.PROMISING)).isTrue();
    fourthLast("1000.00");
    assertThat(figures(Criterion.PROMISING)).as("the fourth is an earlier one").isFalse();
  }

  private void lastThree(String amount) {
    pay(amount, 0, 3);
  }

  private void fourthLast(String amount) {
    pay(amount, 3, 1);
  }

  private void pay(String amount, int newer, int orders) {
    jdbc.sql(
            """
            update purchase set amount = :amount::numeric where id in (
              select id from purchase where customer_id = :c
              order by purchased_at desc offset :newer limit :orders)
            """)
        .param("amount", amount)
        .param("c", lost.value())
        .param("newer", newer)
        .param("orders", orders)
        .update();
  }
}
