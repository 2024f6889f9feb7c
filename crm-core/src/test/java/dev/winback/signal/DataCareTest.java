package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.customer.Suppressions;
import dev.winback.importing.Corrections;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.task.ContactData;
import dev.winback.testing.ACustomer;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DET-24: stale contact data are flagged before anything else; OPS-05: they are checked. */
@CoreTest
class DataCareTest {

  private static final LocalDate DAY = MovableClock.START;

  @Autowired Signals signals;
  @Autowired Simulations simulations;
  @Autowired ContactData contactData;
  @Autowired Corrections corrections;
  @Autowired Customers customers;
  @Autowired Merges merges;
  @Autowired Suppressions suppressions;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor ann;

  @BeforeEach
  void aRep() {
    ann = stories.rep("ann");
  }

  /** Stored long ago by the clock of the story. */
  private CustomerId saved(ACustomer story) {
    var customer = story.ownedBy(ann).save();
    jdbc.sql("update customer set created_at = :at where id = :id")
        .param("at", at(DAY.minusDays(30)))
        .param("id", customer.value())
        .update();
    return customer;
  }

  private OffsetDateTime at(LocalDate day) {
    return day.atTime(10, 0).atZone(clock.getZone()).toOffsetDateTime();
  }

  private void contact(CustomerId customer, LocalDate day, String result, boolean reached) {
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, result, reached)
            select :customer, 'story', 'c' || count(*), :at, 'phone', :result, :reached from contact
            """)
        .param("customer", customer.value())
        .param("at", at(day))
        .param("result", result)
        .param("reached", reached)
        .update();
  }

  private void changed(CustomerId customer, LocalDate day, String was) {
    jdbc.sql(
            "insert into customer_history (customer_id, replaced_at, was) values (:customer, :at,"
                + " :was::jsonb)")
        .param("customer", customer.value())
        .param("at", at(day))
        .param("was", was)
        .update();
  }

  private List<String> why(CustomerId customer) {
    signals.foldAll(DAY);
    signals.careForAll(DAY);
    assertThat(signals.careForAll(DAY)).as("the second time changes nothing").isZero();
    return shown(customer);
  }

  private List<String> shown(CustomerId customer) {
    return signals.of(customer).stream()
        .filter(s -> s.kind() == SignalKind.STALE_CONTACT)
        .flatMap(s -> ((List<?>) s.evidence().get("why")).stream())
        .map(Object::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"364, false", "365, true"})
  void dataThatNobodyConfirmedForAYearAreStale(int days, boolean stale) {
    var customer = saved(stories.aCustomer().silentFor(days));
    assertThat(why(customer).contains("unconfirmed")).isEqualTo(stale);
  }

  @ParameterizedTest
  @CsvSource({"364, false", "365, true"})
  void whoNeverBoughtIsFlaggedToo(int days, boolean stale) {
    var customer = saved(stories.aCustomer().neverBought());
    jdbc.sql("update customer set told_at = :at").param("at", at(DAY.minusDays(days))).update();
    assertThat(why(customer).contains("unconfirmed")).isEqualTo(stale);
  }

  @Test
  void aTalkConfirmsTheDataAndAnAttemptDoesNot() {
    var customer = saved(stories.aCustomer().silentFor(400));
    contact(customer, DAY.minusDays(10), "not_there", false);
    assertThat(why(customer)).containsExactly("unconfirmed");
    contact(customer, DAY.minusDays(9), "talked", true);
    assertThat(why(customer)).isEmpty();
  }

  @Test
  void aWrongNumberIsFlaggedUntilTheNumberChangesOrSomebodyAnswers() {
    var customer = saved(stories.aCustomer());
    contact(customer, DAY.minusDays(5), "wrong_number", false);
    changed(customer, DAY.minusDays(6), "{\"phone\": \"1\"}");
    assertThat(why(customer)).containsExactly("wrong-number");
    contact(customer, DAY.minusDays(4), "not_there", false);
    assertThat(why(customer)).containsExactly("wrong-number");
    changed(customer, DAY.minusDays(3), "{\"phone\": \"+33123456789\", \"city\": \"Nice\"}");
    assertThat(why(customer)).as("another field changed").containsExactly("wrong-number");
    changed(customer, DAY.minusDays(2), "{\"phone\": \"2\"}");
    assertThat(why(customer)).isEmpty();
    contact(customer, DAY.minusDays(1), "wrong_number", false);
    assertThat(why(customer)).containsExactly("wrong-number");
    contact(customer, DAY, "talked", true);
    assertThat(why(customer)).isEmpty();
  }

  @Test
  void whoMovedIsFlaggedUntilTheAddressChanges() {
    var customer = saved(stories.aCustomer());
    contact(customer, DAY.minusDays(5), "moved", true);
    assertThat(why(customer)).containsExactly("moved");
    changed(
        customer,
        DAY.minusDays(1),
        "{\"phone\": \"+33123456789\", \"email\": \"customer@example.org\", \"city\": \"Nice\"}");
    assertThat(why(customer)).isEmpty();
  }

  @Test
  void anAddressThatTheServerRefusesIsFlaggedAsLongAsItIsTheAddress() {
    var customer = saved(stories.aCustomer().email("a@example.org"));
    suppressions.stop("A@example.org", Suppressions.Reason.UNSUBSCRIBED, null);
    assertThat(why(customer)).as("an opt-out says nothing of the address").isEmpty();
    suppressions.stop("A@example.org", Suppressions.Reason.HARD_BOUNCE, null);
    jdbc.sql("update suppression set created_at = :at").param("at", at(DAY)).update();
    assertThat(why(customer)).containsExactly("bounced");
    jdbc.sql("update customer set email = 'b@example.org'").update();
    assertThat(why(customer)).isEmpty();
  }

  @Test
  void whoCannotBeReachedAtAllIsFlaggedUntilAPersonThereCan() {
    var customer = saved(stories.aCustomer().email("müller@example.org").phone(" "));
    assertThat(why(customer)).containsExactly("unreachable");
    jdbc.sql(
            "insert into person (customer_id, source, external_id, phone) values (:id, 'hand', '1',"
                + " '0301')")
        .param("id", customer.value())
        .update();
    assertThat(why(customer)).isEmpty();
    jdbc.sql("update person set left_on = :day").param("day", DAY).update();
    assertThat(why(customer)).containsExactly("unreachable");
  }

  @ParameterizedTest
  @CsvSource({
    "unreadable phone, true",
    "unreadable email, true",
    "phone as told, true",
    "x, false"
  })
  void whatAShopGaveAndNobodyCanReadIsFlagged(String attribute, boolean stale) {
    var customer = saved(stories.aCustomer());
    jdbc.sql("update customer set attributes = jsonb_build_object(:name::text, 'call me')")
        .param("name", attribute)
        .update();
    assertThat(why(customer).contains("unreadable")).isEqualTo(stale);
    changed(customer, DAY.minusDays(3), "{\"attributes\": {}}");
    changed(
        customer,
        DAY.minusDays(1),
        "{\"phone\": \"1\", \"attributes\": {\"%s\": \"call me\"}}".formatted(attribute));
    assertThat(why(customer)).as("corrected since").isEmpty();
  }

  @Test
  void aCheckTakesTheFlagAwayForAYearAndIsTakenBack() {
    var customer = saved(stories.aCustomer("K-1").silentFor(400));
    contact(customer, DAY.minusDays(5), "wrong_number", false);
    assertThat(why(customer)).containsExactly("unconfirmed", "wrong-number");
    long check = contactData.check("K-1", ann);
    assertThat(shown(customer)).isEmpty();
    assertThat(contactData.check("K-1", ann)).as("the same click").isEqualTo(check);
    contactData.undo("K-1", check, ann);
    contactData.undo("K-1", check, ann);
    assertThat(shown(customer)).containsExactly("unconfirmed", "wrong-number");
    contactData.check("K-1", ann);
    signals.careForAll(DAY.plusDays(364));
    assertThat(shown(customer)).isEmpty();
    signals.careForAll(DAY.plusDays(365));
    assertThat(shown(customer)).containsExactly("unconfirmed");
    assertThat(jdbc.sql("select action from audit order by id").query(String.class).list())
        .containsExactly("customer.checked", "customer.unchecked", "customer.checked");
  }

  @Test
  void whatHappensAfterTheCheckIsFlaggedAnew() {
    var customer = saved(stories.aCustomer("K-1"));
    contactData.check("K-1", ann);
    contact(customer, DAY.plusDays(1), "wrong_number", false);
    signals.careForAll(DAY.plusDays(1));
    assertThat(shown(customer)).containsExactly("wrong-number");
  }

  @Test
  void onlyWhoMaySeeAndEditTheCustomerChecksHim() {
    saved(stories.aCustomer("K-1"));
    long check = contactData.check("K-1", ann);
    saved(stories.aCustomer("K-2"));
    var bob = stories.rep("bob");
    assertThatThrownBy(() -> contactData.check("K-1", bob)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> contactData.undo("K-1", check, bob)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> contactData.check("K-1", stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> contactData.undo("K-2", check, ann)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> contactData.check("nobody", ann)).isInstanceOf(NotFound.class);
  }

  @Test
  void aCorrectionTakesTheFlagAwayAtOnce() {
    var customer = saved(stories.aCustomer("K-1").email(null).phone(null));
    assertThat(why(customer)).containsExactly("unreachable");
    corrections.correct("K-1", Map.of("phone", "+49 30 1234567"), null, ann);
    assertThat(shown(customer)).isEmpty();
  }

  @Test
  void whoIsNotOursAnyMoreIsLeftOut() {
    assertThat(why(saved(stories.aCustomer().silentFor(400).status("left")))).isEmpty();
    saved(stories.aCustomer("A").silentFor(400));
    var part = saved(stories.aCustomer("B").silentFor(500));
    assertThat(why(part)).containsExactly("unconfirmed");
    long merge = merges.merge("A", "B", Set.of(), stories.manager());
    assertThat(shown(part)).isEmpty();
    assertThat(why(part)).isEmpty();
    merges.part("A", merge, stories.manager());
    assertThat(shown(part)).containsExactly("unconfirmed");
    customers.erase("B", stories.manager());
    assertThat(shown(part)).isEmpty();
    assertThat(why(part)).isEmpty();
  }

  @Test
  void aCheckGoesWithItsRecordWhenRecordsAreMerged() {
    var anna = saved(stories.aCustomer("A").silentFor(400));
    saved(stories.aCustomer("B").silentFor(400));
    contactData.check("B", ann);
    assertThat(why(anna)).containsExactly("unconfirmed");
    long merge = merges.merge("A", "B", Set.of(), stories.manager());
    assertThat(why(anna)).isEmpty();
    merges.part("A", merge, stories.manager());
    assertThat(why(anna)).containsExactly("unconfirmed");
  }

  @Test
  void theFlagIsWeakAndTheFoldLeavesItAlone() {
    var customer = saved(stories.aCustomer());
    contact(customer, DAY.minusDays(5), "wrong_number", false);
    nightly.run(DAY);
    signals.foldAll(DAY);
    signals.foldCustomers(Set.of(customer), DAY);
    assertThat(shown(customer)).containsExactly("wrong-number");
    assertThat(jdbc.sql("select count(*) from lapse").query(Long.class).single()).isZero();
    assertThat(simulations.run("", Map.of(), stories.manager()).result())
        .isEqualTo(
            new Simulation.Result(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void theFlagComesBeforeAllOtherSignals() {
    var customer = saved(stories.aCustomer().silentFor(400));
    signals.foldAll(DAY);
    signals.careForAll(DAY);
    var all = signals.of(customer);
    assertThat(all)
        .extracting(Signal::kind)
        .containsExactly(SignalKind.STALE_CONTACT, SignalKind.SILENT);
    assertThat(all.get(0).sentence().figures()).containsExactly(0, 0, 0, 0, 0, 1, 400L);
    assertThat(all.get(0).since()).isEqualTo(DAY.minusDays(35));
  }
}
