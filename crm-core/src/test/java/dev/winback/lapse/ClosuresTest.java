package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.task.Desk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A loss that a program closes ends as the pages would end it, and by nobody else. */
class ClosuresTest extends LapseStories {

  @Autowired Closures closures;
  @Autowired Desk desk;

  Actor rep;
  CustomerId customer;

  @BeforeEach
  void open() {
    rep = stories.rep("rep");
    customer = stories.aCustomer("N").silentFor(100).save();
    night();
    assertThat(lapses.row(lapse(customer), manager).assignee()).isEqualTo("rep");
  }

  private void close(Stage exit, String reason, Actor actor) {
    closures.close(lapse(customer), exit, reason, actor);
  }

  private String status() {
    return jdbc.sql("select status from customer where ref = 'N'").query(String.class).single();
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"NOT_WANTED", "UNREACHABLE", "FALSE_ALARM", "NON_CLIENT"})
  void whatAManagerDecidesIsNotDecidedByARep(Stage exit) {
    assertThatThrownBy(() -> close(exit, "a word", rep)).isInstanceOf(NotAllowed.class);
    assertThat(stages(customer)).containsExactly("LATE");
    close(exit, "a word", manager);
    assertThat(stages(customer)).containsExactly(exit.name());
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"NOT_WANTED", "UNREACHABLE", "FALSE_ALARM", "NON_CLIENT", "REFUSED", "GONE"})
  void eachExitSaysWhy(Stage exit) {
    assertThatThrownBy(() -> close(exit, " ", manager))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).isEqualTo("reason"));
  }

  @Test
  void theFarContactIsTheRepsWhoeverWroteTheNoDown() {
    close(Stage.REFUSED, "has another supplier", manager);
    assertThat(desk.open(manager)).isEmpty();
    assertThat(desk.open(rep)).hasSize(1);
  }

  @Test
  void aFinalNoLeavesTheFarContact() {
    close(Stage.REFUSED, "has another supplier", rep);
    assertThat(lapses.row(lapse(customer), rep).closeReason()).isEqualTo("has another supplier");
    assertThat(desk.open(rep))
        .extracting(task -> task.get("kind"))
        .isEqualTo(List.of("far_contact"));
    var due = ((java.sql.Date) desk.open(rep).get(0).get("due_on")).toLocalDate();
    assertThat(due).isBetween(today.plusMonths(6), today.plusMonths(6).plusDays(4));
  }

  @Test
  void whoIsNoClientOrHasLeftIsSoAsACustomerToo() {
    close(Stage.NON_CLIENT, "insults our people", manager);
    assertThat(status()).isEqualTo("non_client");
    assertThat(jdbc.sql("select reason from non_client").query(String.class).single())
        .isEqualTo("insults our people");
    customer = stories.aCustomer("M").silentFor(100).save();
    night();
    close(Stage.GONE, "moved to Peru", rep);
    assertThat(stages(customer)).containsExactly("GONE");
    assertThat(jdbc.sql("select status from customer where ref = 'M'").query().singleRow())
        .isEqualTo(Map.of("status", "left"));
  }

  @Test
  void whatEndsByItselfIsNotSaidByAnybody() {
    for (var exit : List.of(Stage.RETURNED, Stage.TWICE_LOST, Stage.MERGED, Stage.LATE)) {
      assertThatThrownBy(() -> close(exit, "a word", manager))
          .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).isEqualTo("exit"));
    }
  }
}
