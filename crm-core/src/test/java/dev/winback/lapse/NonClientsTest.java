package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.customer.NonClients;
import dev.winback.importing.Corrections;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.task.Desk;
import dev.winback.task.TaskKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-37: we refuse to work with a customer, and all that would go by itself ends. */
class NonClientsTest extends LapseStories {

  @Autowired NonClients nonClients;
  @Autowired Customers customers;
  @Autowired Desk desk;
  @Autowired Corrections corrections;

  @Test
  void lossesTasksAndLettersEndAndTheReasonStays() {
    var rep = stories.rep("rep");
    var customer = stories.aCustomer("N").email("n@example.org").silentFor(100).save();
    night();
    var lapse = lapse(customer);
    var call = desk.task(lapse, rep, TaskKind.CALL_BACK, today);
    nonClients.refuse("N", "insults our people", manager);
    assertThat(stages(customer)).containsExactly("NON_CLIENT");
    assertThat(desk.see(call).get("state")).isEqualTo("cancelled");
    assertThat(desk.see(call).get("status")).isEqualTo("non_client");
    assertThat(nonClients.of(customer)).get().extracting("reason").isEqualTo("insults our people");
    assertThat(
            jdbc.sql("select count(*) from letter where state in ('PLANNED', 'HELD')")
                .query(Long.class)
                .single())
        .isZero();
    passDays(1);
    night();
    assertThat(stages(customer)).containsExactly("NON_CLIENT");
  }

  @Test
  void takenBackTheLossIsOpenAgain() {
    stories.rep("rep");
    var customer = stories.aCustomer("N").silentFor(100).save();
    night();
    nonClients.refuse("N", "does not pay", manager);
    nonClients.welcome("N", manager);
    assertThat(stages(customer)).containsExactly("LATE");
    assertThat(nonClients.of(customer)).isEmpty();
    assertThatThrownBy(() -> nonClients.welcome("N", manager)).isInstanceOf(Refused.class);
    assertThat(stages(customer)).containsExactly("LATE");
  }

  /** Nobody else would plan them again: the plan of the fragile year has them as done. */
  @Test
  void takenBackTheFragileYearGoesOn() {
    var rep = stories.rep("rep");
    var customer = stories.aCustomer("N").ownedBy(rep).silentFor(100).save();
    night();
    var call = desk.task(lapse(customer), rep, TaskKind.CALL_BACK, today);
    buys(customer, today);
    var thanks = desk.open(rep);
    assertThat(thanks).extracting(task -> task.get("kind")).isEqualTo(List.of("thank_you"));
    nonClients.refuse("N", "does not pay", manager);
    assertThat(desk.open(rep)).isEmpty();
    nonClients.welcome("N", manager);
    assertThat(desk.open(rep))
        .extracting(task -> task.get("id"))
        .isEqualTo(List.of(thanks.get(0).get("id")));
    assertThat(desk.see(call).get("state")).as("ended by his return").isEqualTo("cancelled");
  }

  @Test
  void takenBackWhatWasOfAMemberWhoHasLeftIsTheOwners() {
    var rep = stories.rep("rep");
    var customer = stories.aCustomer("N").ownedBy(rep).silentFor(100).save();
    night();
    buys(customer, today);
    var thanks = desk.open(rep).get(0).get("id");
    nonClients.refuse("N", "does not pay", manager);
    jdbc.sql("update member set active = false where id = :id").param("id", rep.member()).update();
    nonClients.welcome("N", manager);
    assertThat(desk.open(rep)).as("nobody would see it").isEmpty();
    nonClients.refuse("N", "does not pay", manager);
    var owner = stories.rep("owner");
    jdbc.sql("update customer set owner_id = :id").param("id", owner.member()).update();
    nonClients.welcome("N", manager);
    assertThat(desk.open(owner)).extracting(task -> task.get("id")).isEqualTo(List.of(thanks));
  }

  private void becomes(String status) {
    corrections.correct("N", Map.of("status", status), null, manager);
  }

  @Test
  void theFormTakesItBackAsTheButtonDoes() {
    stories.rep("rep");
    var customer = stories.aCustomer("N").silentFor(100).save();
    night();
    nonClients.refuse("N", "does not pay", manager);
    becomes("active");
    assertThat(stages(customer)).containsExactly("LATE");
    becomes("non_client");
    assertThat(nonClients.of(customer)).as("the old reason is not his again").isEmpty();
  }

  @Test
  void onlyWhoIsAClientIsRefusedAndOnlyWhoIsRefusedIsWelcome() {
    stories.aCustomer("N").silentFor(100).save();
    for (var status : List.of("deceased", "bankrupt", "never_contact")) {
      becomes(status);
      assertThatThrownBy(() -> nonClients.refuse("N", "rude", manager)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> nonClients.welcome("N", manager)).isInstanceOf(Refused.class);
    }
    becomes("left");
    nonClients.refuse("N", "rude", manager);
    nonClients.welcome("N", manager);
  }

  /** A death is told as a fact about him, not as a decision that is taken back. */
  @Test
  void whatEndedWithTheCustomerIsNotUndone() {
    var customer = stories.aCustomer("N").silentFor(100).save();
    night();
    becomes("deceased");
    assertThatThrownBy(() -> decisions.undo(lapse(customer), manager)).isInstanceOf(Refused.class);
    assertThat(stages(customer)).containsExactly("GONE");
  }

  /** The wrong customer was chosen in the form, and a minute later it is put right. */
  @ParameterizedTest
  @ValueSource(strings = {"left", "bankrupt", "deceased", "never_contact", "non_client"})
  void aStatusThatIsPutRightByHandOpensTheLossAndItsWorkAgain(String status) {
    var rep = stories.rep("rep");
    var customer = stories.aCustomer("N").ownedBy(rep).silentFor(100).save();
    night();
    var call = desk.task(lapse(customer), rep, TaskKind.CALL_BACK, today);
    becomes(status);
    assertThat(desk.see(call).get("state")).isEqualTo("cancelled");
    becomes("active");
    assertThat(stages(customer)).containsExactly("LATE");
    assertThat(desk.see(call).get("state")).isEqualTo("open");
  }

  @Test
  void whatEndedForAnotherReasonStaysEnded() {
    var customer = stories.aCustomer("N").silentFor(100).save();
    night();
    decisions.decide(lapse(customer), Decision.NOT_WORTH, "", null, manager);
    becomes("deceased");
    becomes("active");
    assertThat(stages(customer)).containsExactly("NOT_WANTED");
  }

  @Test
  void whoWasLostAnewSinceKeepsTheOlderLossEnded() {
    var customer = stories.aCustomer("N").silentFor(100).save();
    night();
    becomes("left");
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, closed_on, returned_on, credit)
            values (:id, 2, 'RETURNED', :day, 'silent', :day - 100, 100, 'EUR', :day, :day, 'none')
            """)
        .param("id", customer.value())
        .param("day", today)
        .update();
    becomes("active");
    assertThat(stages(customer)).containsExactly("GONE", "RETURNED");
  }

  @Test
  void aManagerSaysItWithAReason() {
    var rep = stories.rep("rep");
    stories.aCustomer("N").ownedBy(rep).silentFor(100).save();
    assertThatThrownBy(() -> nonClients.refuse("N", " ", manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> nonClients.refuse("N", "x", rep)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void theReasonGoesWithThePerson() {
    var customer = stories.aCustomer("N").silentFor(100).save();
    nonClients.refuse("N", "insults our people", manager);
    customers.erase("N", manager);
    assertThat(
            jdbc.sql("select reason from non_client where customer_id = :c")
                .param("c", customer.value())
                .query(String.class)
                .optional())
        .isEmpty();
  }
}
