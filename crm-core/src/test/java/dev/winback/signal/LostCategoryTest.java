package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.category.Abc;
import dev.winback.category.Categories;
import dev.winback.category.Category;
import dev.winback.category.CategoryRules;
import dev.winback.category.CategorySettings;
import dev.winback.category.PriorityGroup;
import dev.winback.category.Xyz;
import dev.winback.customer.CustomerId;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * DEC-01, DEC-02: the groups say whom to return first, so a lost customer is judged by the year up
 * to his last purchase and his silence takes nothing from him.
 */
@CoreTest
class LostCategoryTest {

  private static final LocalDate DAY = MovableClock.START;

  @Autowired Signals signals;
  @Autowired Categories categories;
  @Autowired CategoryRules rules;
  @Autowired Stories stories;
  @Autowired TransactionTemplate transaction;

  private Actor manager;
  private CustomerId active;

  @BeforeEach
  void aFirm() {
    manager = stories.manager();
    active = stories.aCustomer("ACTIVE").buyingEvery(30).times(13).amount("90").silentFor(5).save();
  }

  private CustomerId lost(int days) {
    return stories.aCustomer("LOST").buyingEvery(30).times(41).amount("100").silentFor(days).save();
  }

  private Category category(CustomerId customer) {
    return categories.of(Set.of(customer)).get(customer);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 200, 400, 1000})
  void howLongSomebodyIsSilentDoesNotChangeHisGroup(int days) {
    var lost = lost(days);
    signals.foldAll(DAY);
    var category = category(lost);
    assertThat(category.abc()).isEqualTo(Abc.A);
    assertThat(category.xyz()).isEqualTo(Xyz.X);
    assertThat(category.group()).isEqualTo(PriorityGroup.of(1));
    assertThat(category.value()).isGreaterThanOrEqualTo(new BigDecimal("1200"));
  }

  @Test
  void theVipListStaysThatOfTheFirmsOwnMonths() {
    var lost = lost(400);
    signals.foldAll(DAY);
    assertThat(category(lost).vip()).isFalse();
    assertThat(category(lost).fallen()).isFalse();
    assertThat(category(lost).second()).isNull();
    assertThat(category(lost).aBy()).isZero();
  }

  @Test
  void heIsNoPartOfWhatTheFirmTakesNow() {
    lost(400);
    signals.foldAll(DAY);
    assertThat(categories.limits()).hasValueSatisfying(l -> assertThat(l.customers()).isEqualTo(1));
    assertThat(categories.fronts()).allMatch(front -> front.customers() <= 1);
  }

  @Test
  void whoeverJudgesHimFindsTheSame() {
    var lost = lost(400);
    signals.foldAll(DAY);
    var night = category(lost);
    transaction.executeWithoutResult(status -> signals.foldCustomers(Set.of(lost), DAY));
    assertThat(category(lost)).isEqualTo(night);
    signals.foldAll(DAY);
    assertThat(category(lost)).isEqualTo(night);
    assertThat(rules.preview(CategorySettings.DEFAULT, manager).shifts()).isEmpty();
  }

  @Test
  void thePreviewMovesHimByTheYearByWhichHeIsJudged() {
    lost(400);
    signals.foldAll(DAY);
    var d = CategorySettings.DEFAULT;
    var strict =
        new CategorySettings(
            d.criterion(),
            d.a(),
            d.b(),
            new BigDecimal("0.01"),
            new BigDecimal("0.02"),
            d.way(),
            d.share(),
            d.months(),
            d.approach());
    assertThat(rules.preview(strict, manager).moving("xyz")).isEqualTo(2);
  }

  @Test
  void aPersonIsToldUpToWhichMonth() {
    var lost = lost(400);
    signals.foldAll(DAY);
    assertThat(categories.judgedUpTo(lost)).contains(YearMonth.from(DAY.minusDays(400)));
    assertThat(categories.judgedUpTo(active)).isEmpty();
  }

  @Test
  void whoComesBackIsJudgedByTheFirmsMonthsAgain() {
    var lost = lost(400);
    signals.foldAll(DAY);
    stories.purchase(lost, DAY.minusDays(1), "5.00");
    transaction.executeWithoutResult(status -> signals.foldCustomers(Set.of(lost), DAY));
    assertThat(category(lost).value()).isEqualByComparingTo("5");
    assertThat(categories.judgedUpTo(lost)).isEmpty();
    signals.foldAll(DAY);
    assertThat(category(lost).value()).isEqualByComparingTo("5");
  }
}
