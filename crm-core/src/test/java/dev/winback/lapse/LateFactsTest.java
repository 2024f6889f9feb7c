package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.RunBack;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.purchase.Refund;
import dev.winback.purchase.Refunds;
import dev.winback.shared.Staging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * rules.md, "late correction": what arrives late, is corrected or taken back changes returns and
 * their credit at once, whether a night ran in between or not; RET-01, I3, I9.
 */
class LateFactsTest extends LapseStories {

  @Autowired Purchases purchases;
  @Autowired Refunds refunds;
  @Autowired Contacts contacts;
  @Autowired Customers customers;

  private CustomerId lost;

  @BeforeEach
  void oneIsLost() {
    lost = stories.aCustomer().ref("LOST").silentFor(120).save();
    stories.aCustomer().ref("OTHER").silentFor(120).save();
    night();
    passDays(10);
  }

  private void between(boolean nights) {
    if (nights) {
      night();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallThatIsToldLateEarnsTheCreditAndTakenBackLosesIt(boolean nights) {
    bought("LOST", "P", today);
    assertThat(field(lost, "credit")).isEqualTo("none");
    between(nights);
    imported(contact(today.minusDays(3), "talked"));
    assertThat(field(lost, "credit")).isEqualTo("call");
    between(nights);
    transaction.execute(status -> contacts.intake().takeBack(new RunBack(77), 0, Long.MAX_VALUE));
    assertThat(field(lost, "credit")).isEqualTo("none");
    between(nights);
    assertThat(stages(lost)).containsExactly("RETURNED");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCorrectedCallThatReachedNobodyEarnsNothing(boolean nights) {
    contacts.record(List.of(contact(today.minusDays(3), "talked")));
    bought("LOST", "P", today);
    between(nights);
    assertThat(field(lost, "credit")).isEqualTo("call");
    contacts.record(List.of(contact(today.minusDays(3), "not_there")));
    assertThat(field(lost, "credit")).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPurchaseThatWasSomebodyElsesReturnsHimAndNotTheFirst(boolean nights) {
    var other = customers.require("OTHER");
    bought("LOST", "P", today);
    between(nights);
    bought("OTHER", "P", today);
    assertThat(stages(lost)).containsExactly("LATE");
    assertThat(stages(other)).containsExactly("RETURNED");
    between(nights);
    bought("LOST", "P", today);
    assertThat(stages(lost)).containsExactly("RETURNED");
    assertThat(stages(other)).containsExactly("LATE");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFullRefundVoidsTheReturnAndItsCorrectionRestoresIt(boolean nights) {
    bought("LOST", "P", today);
    between(nights);
    refunded("50.00", null);
    assertThat(stages(lost)).containsExactly("LATE");
    between(nights);
    refunded("49.99", null);
    assertThat(stages(lost)).containsExactly("RETURNED");
    assertThat(day(lost, "returned_on")).isEqualTo(today);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRefundThatCameBeforeItsPurchaseLetsNothingReturn(boolean nights) {
    refunded("50.00", "P");
    between(nights);
    bought("LOST", "P", today);
    assertThat(stages(lost)).containsExactly("LATE");
    between(nights);
    assertThat(stages(lost)).containsExactly("LATE");
  }

  private void bought(String customer, String id, LocalDate day) {
    purchases.record(
        List.of(
            new Purchase(
                0,
                customer,
                "shop",
                id,
                noon(day),
                new BigDecimal("50.00"),
                "EUR",
                null,
                Purchase.Status.PAID,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of())));
  }

  private void refunded(String amount, String purchase) {
    refunds.record(
        List.of(
            new Refund(
                0,
                "LOST",
                "shop",
                "R",
                noon(today).plusSeconds(60),
                new BigDecimal(amount),
                null,
                purchase,
                null,
                null,
                0b111)));
  }

  private Contact contact(LocalDate day, String result) {
    return new Contact(
        0,
        "LOST",
        "phone",
        "C",
        noon(day),
        Contact.Channel.PHONE,
        false,
        null,
        result,
        result.equals("talked"),
        false,
        false,
        null,
        null);
  }

  /** As run 77 does it. */
  private void imported(Contact contact) {
    transaction.executeWithoutResult(
        status -> {
          var call = Staging.ofCall();
          contacts.intake().open(call);
          contacts.intake().stage(call, List.of(contact));
          contacts.intake().settle(call);
          contacts.intake().merge(call, 0, 77L);
          contacts.intake().drop(call);
        });
  }
}
