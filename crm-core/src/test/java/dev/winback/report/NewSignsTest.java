package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * DET-15, DET-16, the manager's Monday: signs that began in the week, each figure as long as the
 * list behind it.
 */
@CoreTest
class NewSignsTest {

  @Autowired Stories stories;
  @Autowired Figures figures;
  @Autowired CustomerLists lists;
  @Autowired JdbcClient jdbc;

  private static final LocalDate DAY = MovableClock.START;
  private CustomerId own;

  @BeforeEach
  void twoCustomersShowSigns() {
    own = stories.aCustomer("A").times(3).ownedBy(stories.rep("ann")).save();
    var other = stories.aCustomer("B").times(3).ownedBy(stories.rep("bob")).save();
    shows(own, "fallen-vip", DAY);
    shows(other, "fallen-vip", DAY.minusDays(6));
    shows(own, "volume-drop", DAY.minusDays(6));
    shows(other, "volume-drop", DAY.minusDays(7));
    shows(other, "cart", DAY);
  }

  private void shows(CustomerId customer, String kind, LocalDate since) {
    jdbc.sql(
            "insert into signal (customer_id, kind, since, evidence) values (:c, :kind, :since, '{}')")
        .param("c", customer.value())
        .param("kind", kind)
        .param("since", since)
        .update();
  }

  @Test
  void theSignsOfTheWeekAreCountedByKind() {
    assertThat(figures.start(stories.manager()).signs())
        .containsExactly(new NewSign("fallen-vip", 2), new NewSign("volume-drop", 1));
  }

  @Test
  void aRepIsToldOfHisOwn() {
    assertThat(figures.start(stories.rep("bob")).signs())
        .containsExactly(new NewSign("fallen-vip", 1));
  }

  @Test
  void eachFigureIsAsLongAsItsList() {
    shows(own, "late", DAY);
    var lost = stories.aCustomer("C").times(3).save();
    jdbc.sql(
            "insert into signal (customer_id, kind, since, lost_from, evidence) values (:c, 'late', :day, :day, '{}')")
        .param("c", lost.value())
        .param("day", DAY)
        .update();
    for (var who : java.util.List.of(stories.manager(), stories.rep("ann"), stories.rep("bob"))) {
      for (var sign : figures.start(who).signs()) {
        var filter = CustomerFilter.of("signal=" + sign.kind() + "&since=" + DAY.minusDays(6));
        assertThat(lists.countAll(filter, who)).isEqualTo((int) sign.customers());
        assertThat(lists.page(filter, null, 10, who).items()).hasSize((int) sign.customers());
      }
    }
  }

  @Test
  void aDayWithoutASignAsksForNothingAndAWrongOneIsRefused() {
    assertThat(CustomerFilter.of("since=2026-06-01").params().get("since")).isNull();
    assertThatThrownBy(() -> CustomerFilter.of("signal=cart&since=soon").check())
        .isInstanceOf(Refused.class);
  }
}
