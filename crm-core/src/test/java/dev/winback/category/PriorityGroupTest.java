package dev.winback.category;

import static dev.winback.category.PriorityGroup.FIRST;
import static dev.winback.category.PriorityGroup.IF_POSSIBLE;
import static dev.winback.category.PriorityGroup.LET_GO;
import static dev.winback.category.PriorityGroup.NECESSARILY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerField;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * DEC-02, rules.md "Categories": four groups by cell, VIP, flagship, criteria against and a person.
 */
class PriorityGroupTest extends CategoryStories {

  @Autowired PriorityGroups groups;
  @Autowired Customers customers;
  @Autowired Merges merges;

  @ParameterizedTest
  @CsvSource({
    "A, X, 1", "A, Y, 1", "B, X, 1", "A, Z, 2", "B, Y, 2", "C, X, 2", "B, Z, 3", "C, Y, 3",
    "C, Z, 4", "D, X, 4", "D, Y, 4", "D, Z, 4"
  })
  void eachCellHasItsGroup(Abc abc, Xyz xyz, int group) {
    assertThat(PriorityGroup.of(abc, xyz, false, false).number()).isEqualTo(group);
    assertThat(PriorityGroup.of(abc, xyz, false, true)).isEqualTo(LET_GO);
    assertThat(PriorityGroup.of(abc, xyz, true, false)).isEqualTo(abc == Abc.D ? LET_GO : FIRST);
    assertThat(PriorityGroup.of(abc, xyz, true, true)).isEqualTo(LET_GO);
  }

  /** Nobody else pays, so that the one who does is the VIP. */
  private CustomerId bought(String ref) {
    var customer = customer(ref);
    pays(customer, LocalDate.of(2025, 8, 1), "1");
    return customer;
  }

  @Test
  void vipsAndFlagshipsComeFirstAndBadPayersLast() {
    var vip = customer("vip");
    pays(vip, LocalDate.of(2026, 5, 1), "1");
    pays(customer("greater"), LocalDate.of(2026, 6, 1), "999");
    var flagship = bought("flagship");
    var plain = bought("plain");
    jdbc.sql("update customer set flagship = true where ref = 'flagship'").update();
    night();
    assertThat(cell(vip)).isEqualTo("CZ");
    assertThat(category(vip).vip()).isTrue();
    assertThat(category(vip).group()).isEqualTo(FIRST);
    assertThat(category(flagship).group()).isEqualTo(FIRST);
    assertThat(category(plain).group()).isEqualTo(LET_GO);
    jdbc.sql("update customer set pays_badly = true").update();
    night();
    assertThat(category(vip).group()).isEqualTo(LET_GO);
    assertThat(category(flagship).group()).isEqualTo(LET_GO);
  }

  @Test
  void aCorrectionByHandCountsAtOnce() {
    var anna = bought("anna");
    pays(customer("greater"), LocalDate.of(2026, 6, 1), "999");
    night();
    assertThat(category(anna).group()).isEqualTo(LET_GO);
    customers.correct(entry("anna", CustomerField.FLAGSHIP, true), null, manager);
    assertThat(category(anna).group()).isEqualTo(FIRST);
    customers.correct(entry("anna", CustomerField.PAYS_BADLY, true), null, manager);
    assertThat(category(anna).group()).isEqualTo(LET_GO);
    assertThat(night()).as("the night agrees").isZero();
  }

  private static CustomerEntry entry(String ref, CustomerField field, Object value) {
    return new CustomerEntry(0, ref, null, Map.of(field, value), List.of(), Map.of());
  }

  @Test
  void aManagerMovesACustomerWithAReasonAndTakesItBack() {
    var anna = bought("anna");
    night();
    var before = category(anna).group();
    long move = groups.move(anna, 3, " the owner asked ", manager);
    assertThat(category(anna).group()).isEqualTo(IF_POSSIBLE);
    assertThat(groups.move(anna, 3, "the owner asked", manager)).as("twice").isEqualTo(move);
    assertThat(night()).as("the night leaves it").isZero();
    long second = groups.move(anna, 2, "they grow", manager);
    assertThat(category(anna).group()).isEqualTo(NECESSARILY);
    groups.undo(anna, second, manager);
    groups.undo(anna, second, manager);
    assertThat(category(anna).group()).isEqualTo(IF_POSSIBLE);
    groups.undo(anna, move, manager);
    assertThat(category(anna).group()).isEqualTo(before);
    assertThat(groups.of(anna))
        .extracting(GroupMove::reason, GroupMove::stands)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("they grow", false),
            org.assertj.core.groups.Tuple.tuple("the owner asked", false));
    assertThat(
            jdbc.sql("select count(*) from audit where action like 'customer.%group%'")
                .query(Integer.class)
                .single())
        .isEqualTo(4);
  }

  @Test
  void aMoveBackToTheFiguresIsAMoveToo() {
    var anna = bought("anna");
    night();
    var before = category(anna).group();
    groups.move(anna, 4, "out of business", manager);
    groups.move(anna, null, "they are back", manager);
    assertThat(category(anna).group()).isEqualTo(before);
    assertThat(groups.of(anna)).hasSize(2);
  }

  @Test
  void whatIsWrongIsRefused() {
    var anna = bought("anna");
    var never = customer("never");
    night();
    assertThatThrownBy(() -> groups.move(anna, 5, "x", manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> groups.move(anna, 0, "x", manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> groups.move(anna, 1, "  ", manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> groups.move(anna, 1, "x".repeat(501), manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> groups.move(never, 1, "x", manager)).isInstanceOf(Refused.class);
    long move = groups.move(anna, 1, "x", manager);
    assertThatThrownBy(() -> groups.undo(never, move, manager)).isInstanceOf(NotFound.class);
    for (var other : List.of(stories.rep("ann"), stories.marketing(), stories.admin())) {
      assertThatThrownBy(() -> groups.move(anna, 1, "x", other)).isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> groups.undo(anna, move, other)).isInstanceOf(NotAllowed.class);
    }
  }

  /** I10: the move goes with its record, and the reason of an erased person goes for good. */
  @Test
  void aMoveGoesWithItsRecordAndItsReasonWithThePerson() {
    var anna = bought("anna");
    var other = bought("other");
    night();
    groups.move(other, 2, "Mr Bee said so", manager);
    long merge = merges.merge("anna", "other", Set.of(), manager);
    assertThat(groups.of(anna)).hasSize(1);
    assertThat(category(anna).group()).isEqualTo(NECESSARILY);
    merges.part("anna", merge, manager);
    assertThat(groups.of(anna)).isEmpty();
    assertThat(groups.of(other)).hasSize(1);
    customers.erase("other", manager);
    assertThat(jdbc.sql("select reason from group_move").query(String.class).single()).isEmpty();
  }
}
