package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.staff.Actor;
import dev.winback.testing.MovableClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * rules.md, "lost by" and "late correction": who lost a customer follows the member of his last
 * purchase, however late it is told, and what a manager has said of it stays (DEC-22, I9).
 */
class LateLoserTest extends LapseStories {

  private static final LocalDate FIRST = MovableClock.START;

  @Autowired Purchases purchases;
  @Autowired Losers losers;

  private Actor ann;
  private Actor bob;
  private CustomerId lost;

  @BeforeEach
  void nobodyHasHim() {
    ann = stories.rep("ann");
    bob = stories.rep("bob");
    lost = stories.aCustomer("LOST").neverBought().save();
    bought("P1", 300, ann, Purchase.Status.PAID);
  }

  private void bought(String id, int daysAgo, @Nullable Actor by, Purchase.Status status) {
    bought("LOST", id, daysAgo, by, status);
  }

  private void bought(
      String customer, String id, int daysAgo, @Nullable Actor by, Purchase.Status status) {
    purchases.record(
        List.of(
            new Purchase(
                0,
                customer,
                "shop",
                id,
                noon(FIRST.minusDays(daysAgo)),
                new BigDecimal("100.00"),
                "EUR",
                null,
                status,
                null,
                null,
                null,
                null,
                by == null ? null : by.member(),
                null,
                Set.of(Purchase.Field.CURRENCY, Purchase.Field.STATUS, Purchase.Field.MEMBER))));
  }

  private void opened() {
    nightly.run(today);
    passDays(1);
    assertThat(field(lost, "lost_by")).isEqualTo(ann.member());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCorrectedMemberIsWhoLostHim(boolean night) {
    opened();
    bought("P1", 300, bob, Purchase.Status.PAID);
    assertThat(field(lost, "lost_by")).isEqualTo(bob.member());
    if (night) {
      night();
      assertThat(field(lost, "lost_by")).isEqualTo(bob.member());
    }
    bought("P1", 300, null, Purchase.Status.PAID);
    assertThat(field(lost, "lost_by")).as("nobody knows").isNull();
  }

  @Test
  void aLaterPurchaseThatIsToldLateAndTakenBackMovesItToAndFro() {
    opened();
    bought("P2", 200, bob, Purchase.Status.PAID);
    assertThat(field(lost, "lost_by")).isEqualTo(bob.member());
    bought("P0", 400, null, Purchase.Status.PAID);
    assertThat(field(lost, "lost_by")).as("an earlier one means nothing").isEqualTo(bob.member());
    bought("P2", 200, bob, Purchase.Status.CANCELLED);
    assertThat(field(lost, "lost_by")).isEqualTo(ann.member());
  }

  @Test
  void whoHadHimWhenHeWasLostStaysTheOne() {
    var owned = stories.aCustomer("OWNED").neverBought().ownedBy(ann).save();
    bought("OWNED", "O1", 300, bob, Purchase.Status.PAID);
    opened();
    bought("OWNED", "O1", 300, null, Purchase.Status.PAID);
    assertThat(field(owned, "lost_by")).isEqualTo(ann.member());
  }

  @Test
  void whatAManagerHasSaidStays() {
    opened();
    losers.correct(lapse(lost), manager.login(), "it was me", manager);
    bought("P1", 300, bob, Purchase.Status.PAID);
    assertThat(field(lost, "lost_by")).isEqualTo(manager.member());
  }

  /** Told while it stood, then taken back: what the purchases say now counts. */
  @Test
  void afterItIsTakenBackThePurchasesSayItAgain() {
    opened();
    losers.correct(lapse(lost), manager.login(), "it was me", manager);
    bought("P1", 300, bob, Purchase.Status.PAID);
    decisions.undo(lapse(lost), manager);
    assertThat(field(lost, "lost_by")).isEqualTo(bob.member());
    assertThat(field(lost, "assignee")).as("who lost him does not win him back").isNull();
    bought("P1", 300, ann, Purchase.Status.PAID);
    assertThat(field(lost, "lost_by")).isEqualTo(ann.member());
  }

  @Test
  void whoCameBackWasLostByTheSame() {
    opened();
    bought("BACK", 0, ann, Purchase.Status.PAID);
    assertThat(stages(lost)).containsExactly("RETURNED");
    bought("P1", 300, bob, Purchase.Status.PAID);
    assertThat(field(lost, "lost_by")).isEqualTo(bob.member());
  }

  @Test
  void whoTurnsOutToHaveLostHimDoesNotWinHimBack() {
    opened();
    assertThat(field(lost, "assignee")).isEqualTo(bob.member());
    bought("P1", 300, bob, Purchase.Status.PAID);
    assertThat(field(lost, "assignee")).isNull();
  }

  @Test
  void aReasonThatAManagerHasGivenLeavesHimTheWork() {
    opened();
    decisions.assign(lapse(lost), ann.login(), "he asks for her", manager);
    bought("P1", 300, bob, Purchase.Status.PAID);
    bought("P1", 300, ann, Purchase.Status.PAID);
    assertThat(field(lost, "lost_by")).isEqualTo(ann.member());
    assertThat(field(lost, "assignee")).isEqualTo(ann.member());
  }

  /** Every order of the same facts before and after the night that opens the loss. */
  @Test
  void theOrderInWhichFactsArriveMeansNothing() {
    int number = 0;
    for (var order : orders(List.of("corrected", "later", "cancelled", "night"))) {
      passDays(1);
      var ref = "C-" + ++number;
      var customer = stories.aCustomer(ref).neverBought().save();
      bought(ref, ref + "P1", 300, ann, Purchase.Status.PAID);
      order.forEach(fact -> tell(fact, ref));
      assertThat(field(customer, "lost_by")).as("%s", order).isEqualTo(ann.member());
    }
    assertThat(number).isEqualTo(24);
  }

  private void tell(String fact, String ref) {
    switch (fact) {
      case "corrected" -> bought(ref, ref + "P1", 300, bob, Purchase.Status.PAID);
      case "later" -> bought(ref, ref + "P2", 250, ann, Purchase.Status.PAID);
      case "cancelled" -> bought(ref, ref + "P3", 220, bob, Purchase.Status.CANCELLED);
      default -> nightly.run(today);
    }
  }

  private static List<List<String>> orders(List<String> facts) {
    if (facts.isEmpty()) {
      return List.of(List.of());
    }
    var found = new ArrayList<List<String>>();
    for (var first : facts) {
      for (var rest : orders(facts.stream().filter(fact -> !fact.equals(first)).toList())) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        found.add(all);
      }
    }
    return found;
  }

  /** Exports that know the day alone: two orders of one moment, loaded in either order (I9). */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofTwoOrdersOfOneMomentTheOwnNumberDecides(boolean turned) {
    var twice = stories.aCustomer("TWICE").neverBought().save();
    bought("TWICE", turned ? "T2" : "T1", 300, turned ? bob : ann, Purchase.Status.PAID);
    bought("TWICE", turned ? "T1" : "T2", 300, turned ? ann : bob, Purchase.Status.PAID);
    nightly.run(today);
    assertThat(field(twice, "lost_by")).isEqualTo(bob.member());
    passDays(1);
    bought("TWICE", "T0", 400, ann, Purchase.Status.PAID);
    assertThat(field(twice, "lost_by")).isEqualTo(bob.member());
  }
}
