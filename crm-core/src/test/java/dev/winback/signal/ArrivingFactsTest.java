package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every kind of fact moves the signals at once, and the night finds the same (I9). */
@CoreTest
class ArrivingFactsTest {

  private static final LocalDate TODAY = MovableClock.START;

  @Autowired Facts facts;
  @Autowired Signals signals;
  @Autowired OwnLimits own;
  @Autowired Dismissals dismissals;
  @Autowired RiskyMoments moments;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private CustomerId customer;
  private Actor manager;

  @BeforeEach
  void aCustomerWhoBoughtLately() {
    manager = stories.manager();
    customer = stories.aCustomer("K-1").buyingEvery(20).times(2).silentFor(40).save();
  }

  private void tell(ImportType type, String own, int daysAgo, Map<String, String> more) {
    var fact = new java.util.HashMap<String, String>(more);
    fact.put("customer", "K-1");
    fact.put("time", TODAY.minusDays(daysAgo) + "T12:00:00+02:00");
    fact.put(type.name().toLowerCase(java.util.Locale.ROOT).replaceAll("s$", ""), own);
    facts.record(type, List.of(fact), null, manager);
  }

  private List<SignalKind> shown() {
    return signals.of(customer).stream().map(Signal::kind).toList();
  }

  private void theNightFindsTheSame() {
    var arrived = jdbc.sql("select * from signal order by customer_id, kind").query().listOfRows();
    signals.foldAll(TODAY);
    assertThat(jdbc.sql("select * from signal order by customer_id, kind").query().listOfRows())
        .isEqualTo(arrived);
  }

  @Test
  void threeRequestsWithoutAPurchase() {
    tell(ImportType.REQUESTS, "1", 9, Map.of("subject", "price"));
    tell(ImportType.REQUESTS, "2", 8, Map.of("subject", "price"));
    assertThat(shown()).isEmpty();
    tell(ImportType.REQUESTS, "3", 7, Map.of("subject", "stock"));
    assertThat(shown()).containsExactly(SignalKind.REQUESTS_WITHOUT_PURCHASE);
    theNightFindsTheSame();
  }

  @Test
  void aComplaintUntilItIsResolved() {
    tell(ImportType.COMPLAINTS, "1", 9, Map.of("text", "too late", "severity", "3"));
    var signal = signals.of(customer).get(0);
    assertThat(signal.kind()).isEqualTo(SignalKind.COMPLAINT);
    assertThat(signal.evidence()).containsEntry("severity", 3).containsEntry("state", "open");
    tell(
        ImportType.COMPLAINTS,
        "1",
        9,
        Map.of("text", "too late", "severity", "3", "resolved_at", TODAY.minusDays(1).toString()));
    assertThat(shown()).isEmpty();
    theNightFindsTheSame();
  }

  /** DET-11: who ordered and pays by transfer has left nothing behind. */
  @Test
  void aCartIsOrderedByAnOrderThatIsNotPaidYet() {
    tell(ImportType.CARTS, "c1", 5, Map.of("items", "1 kettle"));
    assertThat(shown()).containsExactly(SignalKind.CART);
    tell(ImportType.PURCHASES, "p1", 4, Map.of("amount", "20.00", "status", "pending"));
    assertThat(shown()).isEmpty();
    assertThat(
            jdbc.sql("select state from cart_state('Europe/Berlin')").query(String.class).single())
        .isEqualTo("ordered");
    theNightFindsTheSame();
    tell(ImportType.PURCHASES, "p1", 4, Map.of("amount", "20.00", "status", "cancelled"));
    assertThat(shown()).containsExactly(SignalKind.CART);
    theNightFindsTheSame();
  }

  @Test
  void aCartAlsoOfWhoNeverBought() {
    facts.record(
        ImportType.CARTS,
        List.of(
            Map.of("customer", "NEW", "time", TODAY.toString(), "items", "1 kettle", "cart", "c1")),
        null,
        manager);
    var visitor =
        new CustomerId(
            jdbc.sql("select id from customer where ref = 'NEW'").query(Long.class).single());
    assertThat(signals.of(visitor)).extracting(Signal::kind).containsExactly(SignalKind.CART);
    assertThat(
            jdbc.sql("select count(*) from customer_value where customer_id = :c")
                .param("c", visitor.value())
                .query(Long.class)
                .single())
        .as("a value is of who bought")
        .isZero();
    theNightFindsTheSame();
  }

  @Test
  void agreedCallsAndLettersThatAskedWithoutAnAnswer() {
    tell(
        ImportType.CONTACTS,
        "1",
        30,
        Map.of("channel", "phone", "agreed", "yes", "result", "not_there"));
    tell(ImportType.CONTACTS, "2", 20, Map.of("channel", "email", "asks_reply", "yes"));
    tell(ImportType.CONTACTS, "3", 15, Map.of("channel", "phone", "result", "not_there"));
    tell(ImportType.CONTACTS, "4", 14, Map.of("channel", "email"));
    assertThat(shown()).as("what did not keep the rules does not count").isEmpty();
    tell(
        ImportType.CONTACTS,
        "5",
        10,
        Map.of("channel", "phone", "agreed", "yes", "result", "not_there"));
    assertThat(shown()).containsExactly(SignalKind.UNRESPONSIVE);
    tell(ImportType.CONTACTS, "6", 1, Map.of("channel", "email", "direction", "in"));
    assertThat(shown()).isEmpty();
    theNightFindsTheSame();
  }

  /** DET-04 counts only if he was not there: no result says nothing, a wrong number is ours. */
  @Test
  void agreedCallsThatHeDidNotMissDoNotCount() {
    for (int i = 1; i <= 2; i++) {
      tell(ImportType.CONTACTS, "a" + i, 30 - i, Map.of("channel", "phone", "agreed", "yes"));
      tell(
          ImportType.CONTACTS,
          "b" + i,
          20 - i,
          Map.of("channel", "phone", "agreed", "yes", "result", "wrong_number"));
    }
    assertThat(shown()).doesNotContain(SignalKind.UNRESPONSIVE);
    theNightFindsTheSame();
  }

  @Test
  void aLetterOfOursThatAskedForAnAnswerCountsToo() {
    tell(
        ImportType.CONTACTS,
        "1",
        30,
        Map.of("channel", "phone", "agreed", "yes", "result", "not_there"));
    tell(
        ImportType.CONTACTS,
        "2",
        20,
        Map.of("channel", "phone", "agreed", "yes", "result", "not_there"));
    jdbc.sql(
            """
            with l as (
              insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
              values (:c, 1, 'LATE', :day, 'silent', :day, 100, 'EUR') returning id)
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, sent_at)
            select l.id, :c, 1, 'SENT', 10, r.template_id, :day, :day from l, rung r where r.number = 1
            """)
        .param("c", customer.value())
        .param("day", TODAY.minusDays(8))
        .update();
    signals.foldCustomers(Set.of(customer), TODAY);
    assertThat(shown()).isEmpty();
    jdbc.sql("update template set asks_reply = true").update();
    signals.foldCustomers(Set.of(customer), TODAY);
    assertThat(shown()).containsExactly(SignalKind.UNRESPONSIVE);
    // the words in his language asked for nothing
    jdbc.sql(
            """
            with other as (
              insert into template (rung, version, subject, preheader, greeting, greeting_fallback, body, button_text, button_url,
                                    signature, language)
              select 1, 99, 's', '', 'g', 'g', 'b', '', '', '', 'de' returning id)
            update letter set written_with = other.id from other
            """)
        .update();
    signals.foldCustomers(Set.of(customer), TODAY);
    assertThat(shown()).isEmpty();
  }

  @Test
  void aDismissedSignalStaysAwayUntilItBeginsAnew() {
    for (int i = 1; i <= 3; i++) {
      tell(ImportType.REQUESTS, "" + i, 10 - i, Map.of());
    }
    transaction.executeWithoutResult(
        s ->
            dismissals.dismiss(
                customer, SignalKind.REQUESTS_WITHOUT_PURCHASE, "asks for fun", manager));
    assertThat(shown()).isEmpty();
    theNightFindsTheSame();
    transaction.executeWithoutResult(
        s -> dismissals.recall(customer, SignalKind.REQUESTS_WITHOUT_PURCHASE, manager));
    assertThat(shown()).containsExactly(SignalKind.REQUESTS_WITHOUT_PURCHASE);
  }

  @Test
  void aLossIsNotDismissedButDecided() {
    stories.aCustomer("K-2").silentFor(100).save();
    signals.foldAll(TODAY);
    var silent =
        new CustomerId(
            jdbc.sql("select id from customer where ref = 'K-2'").query(Long.class).single());
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    s -> dismissals.dismiss(silent, SignalKind.SILENT, "", manager)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    s -> dismissals.dismiss(silent, SignalKind.SILENT, "", stories.rep("ann"))))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void aRiskyDayIsShownWhenItIsNear() {
    long contract =
        transaction.execute(
            s -> moments.add(customer, TODAY.plusDays(5), "End of contract", manager));
    assertThat(shown()).containsExactly(SignalKind.RISKY_MOMENT);
    long again =
        transaction.execute(
            s -> moments.add(customer, TODAY.plusDays(5), "End of contract ", manager));
    assertThat(again).as("the same twice is one").isEqualTo(contract);
    theNightFindsTheSame();
    transaction.executeWithoutResult(s -> moments.remove(customer, contract, false, manager));
    assertThat(shown()).isEmpty();
    transaction.executeWithoutResult(s -> moments.remove(customer, contract, true, manager));
    assertThat(shown()).containsExactly(SignalKind.RISKY_MOMENT);
  }
}
