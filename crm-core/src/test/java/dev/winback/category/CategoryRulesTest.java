package dev.winback.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.category.CategorySettings.Approach;
import dev.winback.category.CategorySettings.Way;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** OPS-06: how customers are put into categories is a setting with a history and a preview. */
class CategoryRulesTest extends CategoryStories {

  @Autowired CategoryRules rules;

  @Test
  void theShippedSettingsAreThoseOfTheRules() {
    assertThat(rules.settings().settings().checked()).isEqualTo(CategorySettings.DEFAULT.checked());
    assertThat(rules.settings().member()).isNull();
  }

  @Test
  void aChangeIsKeptWithWhoMadeItAndHoldsFromTheNextNightOn() {
    var anna = customer("anna");
    buys(anna, LocalDate.of(2026, 5, 1), "10", "EUR", "paid", null, 1);
    var bert = customer("bert");
    buys(bert, LocalDate.of(2026, 5, 1), "1", "EUR", "paid", null, 99);
    night();
    rules.change(by(Criterion.UNITS), manager);
    rules.change(by(Criterion.UNITS), manager);
    assertThat(rules.history(10))
        .extracting(SettingChange::member)
        .containsExactly("Manager", null);
    assertThat(category(anna).abc()).as("not before the night").isEqualTo(Abc.A);
    night();
    assertThat(category(anna).abc()).isEqualTo(Abc.C);
    assertThat(category(bert).value()).isEqualByComparingTo("99");
    assertThat(categories.limits())
        .hasValueSatisfying(l -> assertThat(l.settingId()).isEqualTo(rules.settings().id()));
  }

  @Test
  void aPreviewSaysWhoWouldMoveAndWritesNothing() {
    for (int i = 0; i < 10; i++) {
      buys(
          customer("K-" + i), LocalDate.of(2026, 5, 1), "" + (10 + i), "EUR", "paid", null, 50 - i);
    }
    night();
    var before = everything();
    var same = rules.preview(CategorySettings.DEFAULT, manager);
    assertThat(same.customers()).isEqualTo(10);
    assertThat(same.shifts()).isEmpty();
    var units = rules.preview(by(Criterion.UNITS), manager);
    assertThat(units.moving("vip")).isEqualTo(4);
    assertThat(units.of("vip"))
        .containsExactly(
            new Preview.Shift("vip", "false", "true", 2),
            new Preview.Shift("vip", "true", "false", 2));
    assertThat(everything()).isEqualTo(before);
    rules.change(by(Criterion.UNITS), manager);
    night();
    var moved =
        jdbc.sql(
            "select ref from customer c join customer_category k on k.customer_id = c.id where k.vip order by 1");
    assertThat(moved.query(String.class).list()).containsExactly("K-0", "K-1");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 95, 0.5, 1, 20, 6, MONTHLY, a", "100, 100, 0.5, 1, 20, 6, MONTHLY, a",
    "80, 80, 0.5, 1, 20, 6, MONTHLY, b", "80, 101, 0.5, 1, 20, 6, MONTHLY, b",
    "80, 95, 0, 1, 20, 6, MONTHLY, x", "80, 95, 1, 1, 20, 6, MONTHLY, y",
    "80, 95, 0.5, 10, 20, 6, MONTHLY, y", "80, 95, 0.5, 1, 0, 6, MONTHLY, share",
    "80, 95, 0.5, 1, 101, 6, MONTHLY, share", "80, 95, 0.5, 1, 20, 0, MONTHLY, months",
    "80, 95, 0.5, 1, 20, 12, MONTHLY, months", "80, 95, 0.5, 1, 20, 2, TOTAL, months",
    "80, 95, 0.5, 1, 20, 6, TOTAL, months"
  })
  void whatMakesNoSenseIsRefusedByItsField(
      BigDecimal a,
      BigDecimal b,
      BigDecimal x,
      BigDecimal y,
      BigDecimal share,
      int months,
      Way way,
      String field) {
    var wrong =
        new CategorySettings(Criterion.AMOUNT, a, b, x, y, way, share, months, Approach.GOOD);
    assertThatThrownBy(() -> rules.change(wrong, manager))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo(field));
  }

  @Test
  void theTextbooksLimitsAndTheEdgesOfTheFieldsAreAllowed() {
    var d = CategorySettings.DEFAULT;
    for (var allowed :
        List.of(
            new CategorySettings(
                d.criterion(),
                d.a(),
                d.b(),
                new BigDecimal("0.1"),
                new BigDecimal("0.25"),
                Way.TOTAL,
                new BigDecimal("100"),
                3,
                Approach.DIFFICULT),
            new CategorySettings(
                d.criterion(),
                new BigDecimal("0.01"),
                new BigDecimal("100"),
                d.x(),
                d.y(),
                Way.MONTHLY,
                new BigDecimal("0.01"),
                11,
                Approach.GOOD))) {
      rules.change(allowed, stories.admin());
      assertThat(rules.settings().settings()).isEqualTo(allowed.checked());
      night();
    }
  }

  @Test
  void onlyWhoMaySetLimitsChangesThemOrLooksAhead() {
    for (var other : List.of(stories.rep("ann"), stories.marketing())) {
      assertThatThrownBy(() -> rules.change(by(Criterion.UNITS), other))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> rules.preview(by(Criterion.UNITS), other))
          .isInstanceOf(NotAllowed.class);
    }
  }
}
