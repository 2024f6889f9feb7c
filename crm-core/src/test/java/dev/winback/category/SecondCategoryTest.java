package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DEC-07 and DEC-08: what those are who are no VIPs, and who may become one. */
class SecondCategoryTest extends CategoryStories {

  private final List<CustomerId> payers = new ArrayList<>();

  /** Ten payers of May, of whom two are VIPs: eight remain, a fifth of which is two. */
  @BeforeEach
  void firm() {
    for (int i = 0; i < 10; i++) {
      var payer = customer("K-" + i);
      pays(payer, LocalDate.of(2024, 5, 5), "1");
      pays(payer, LocalDate.of(2026, 5, 5), "" + (100 - i * 10));
      payers.add(payer);
    }
    payers.add(customer("idle"));
    pays(payers.get(10), LocalDate.of(2025, 10, 31), "5");
  }

  private Map<String, Long> counts() {
    return payers.stream()
        .map(p -> "" + category(p).second())
        .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
  }

  @Test
  void afterTheVipsTheNextFifthIsGoodAndTheRestCustomers() {
    night();
    assertThat(counts()).isEqualTo(Map.of("null", 3L, "GOOD", 2L, "CUSTOMER", 6L));
    assertThat(category(payers.get(2)).second()).isEqualTo(SecondCategory.GOOD);
    assertThat(category(payers.get(3)).second()).isEqualTo(SecondCategory.GOOD);
    assertThat(category(payers.get(4)).second()).isEqualTo(SecondCategory.CUSTOMER);
    assertThat(category(payers.get(10)).second()).as("paid nothing in six months").isNull();
  }

  @Test
  void byTheOtherApproachTheBottomFifthIsDifficultAndTheRestOrdinary() {
    var d = CategorySettings.DEFAULT;
    settings(
        new CategorySettings(
            d.criterion(),
            d.a(),
            d.b(),
            d.x(),
            d.y(),
            d.way(),
            d.share(),
            d.months(),
            CategorySettings.Approach.DIFFICULT));
    night();
    assertThat(counts()).isEqualTo(Map.of("null", 3L, "ORDINARY", 6L, "DIFFICULT", 2L));
    assertThat(category(payers.get(8)).second()).isEqualTo(SecondCategory.DIFFICULT);
    assertThat(category(payers.get(7)).second()).isEqualTo(SecondCategory.ORDINARY);
  }

  @Test
  void theAveragesAreThoseOfAVipInAMonthOfTheList() {
    buys(payers.get(0), LocalDate.of(2026, 4, 5), "110", "EUR", "paid", null, 24);
    buys(payers.get(0), LocalDate.of(2026, 4, 6), "60", "EUR", "pending", null, 7);
    night();
    assertThat(categories.limits())
        .hasValueSatisfying(
            limits -> {
              // two VIPs, six months: 100 + 110 + 90 paid with three bills
              assertThat(limits.averagePaid()).isEqualByComparingTo("25");
              assertThat(limits.averageUsed()).isEqualByComparingTo("30");
              assertThat(limits.averagePurchases()).isEqualByComparingTo("0.25");
              assertThat(limits.averageUnits()).isEqualByComparingTo("2");
            });
  }

  /** Four VIPs with 600 in six months: 25 a month. */
  @Test
  void aNewAccountThatBringsWhatAVipDoesIsACandidate() {
    pays(payers.get(10), LocalDate.of(2026, 3, 2), "200");
    pays(payers.get(9), LocalDate.of(2026, 4, 2), "200");
    var reaches = newSince(LocalDate.of(2026, 4, 1), "25");
    var misses = newSince(LocalDate.of(2026, 4, 1), "24.99");
    var old = newSince(LocalDate.of(2026, 3, 31), "25");
    var running = newSince(LocalDate.of(2026, 6, 1), "200");
    night();
    assertThat(list()).containsExactly("K-0", "K-1", "K-9", "idle");
    assertThat(category(reaches).candidate()).isTrue();
    assertThat(category(misses).candidate()).isFalse();
    assertThat(category(old).candidate()).as("known since March").isFalse();
    assertThat(category(running).candidate()).as("the running month counts").isTrue();
    assertThat(category(payers.get(3)).candidate()).as("no new account").isFalse();
    assertThat(category(payers.get(0)).candidate()).as("a VIP already").isFalse();
  }

  private CustomerId newSince(LocalDate day, String amount) {
    var customer = customer("new-" + day + amount);
    pays(customer, day, amount);
    return customer;
  }
}
