package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.importing.Corrections;
import dev.winback.nightly.NightlyRun;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Memberships;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * OPS-05: contact data are checked as work of the day, after promises and calls, without a lapse.
 */
@CoreTest
class CareTest {

  private static final LocalDate MONDAY = MovableClock.START;

  @Autowired ContactData data;
  @Autowired Corrections corrections;
  @Autowired Customers customers;
  @Autowired Memberships members;
  @Autowired Merges merges;
  @Autowired Signals signals;
  @Autowired NightlyRun nightly;
  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private Actor manager;

  @BeforeEach
  void hire() {
    rep = stories.rep("rep");
    manager = stories.manager();
    jdbc.sql("update member set capacity = 3 where login = 'rep'").update();
  }

  /** Unreachable, with this money a year. */
  private CustomerId stale(String ref, @Nullable Actor owner, int value) {
    var story = stories.aCustomer(ref).email(null).phone(null);
    var customer = (owner == null ? story : story.ownedBy(owner)).save();
    jdbc.sql(
            """
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase,
              revenue, value_year, currency)
            values (:c, 1, 1, :day, :day, :v, :v, 'EUR')
            """)
        .param("c", customer.value())
        .param("day", MONDAY)
        .param("v", value)
        .update();
    jdbc.sql("update customer set created_at = :at where id = :c")
        .param("at", MONDAY.minusDays(30).atStartOfDay().atOffset(ZoneOffset.UTC))
        .param("c", customer.value())
        .update();
    signals.careFor(customer);
    return customer;
  }

  private List<String> checks(Actor member) {
    return tasks.checks(null, null, member).stream().map(CareRow::ref).toList();
  }

  @Test
  void theDearestFillThePlacesThatPromisesAndCallsLeave() {
    stale("A", rep, 10);
    stale("B", rep, 30);
    stale("C", rep, 20);
    desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL_BACK, MONDAY);
    assertThat(data.plan(MONDAY)).isEqualTo(2);
    assertThat(checks(rep)).containsExactly("B", "C");
    assertThat(tasks.checks(null, null, rep).get(0).why().key())
        .isEqualTo("signal.stale-contact.why");
    assertThat(data.plan(MONDAY)).isZero();
    assertThat(checks(rep)).containsExactly("B", "C");
  }

  @Test
  void theChecksOfWhoLeavesAreTheNewOwnersTheSameHour() {
    stale("A", rep, 10);
    data.plan(MONDAY);
    assertThat(checks(rep)).containsExactly("A");
    var bob = stories.rep("bob");
    members.retire(rep.id(), stories.admin());
    assertThat(checks(bob)).containsExactly("A");
  }

  @Test
  void whoHasMoreCallsThanPlacesChecksOneAllTheSame() {
    stale("A", rep, 10);
    stale("B", rep, 20);
    for (int i = 0; i < 4; i++) {
      desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.CALL, MONDAY);
    }
    assertThat(data.plan(MONDAY)).isEqualTo(1);
    assertThat(data.plan(MONDAY)).isZero();
    assertThat(checks(rep)).containsExactly("B");
    jdbc.sql("update member set capacity = 0").update();
    data.checkToday("B", rep);
    clock.setDay(MONDAY.plusDays(1));
    data.plan(MONDAY.plusDays(1));
    assertThat(checks(rep)).as("who plans no calls checks nothing").isEmpty();
  }

  @Test
  void oneClickIsTheCheckAndItsUndoBringsItBack() {
    stale("A", rep, 10);
    data.plan(MONDAY);
    long check = data.checkToday("A", rep);
    assertThat(checks(rep)).isEmpty();
    assertThat(tasks.today(null, null, null, rep).line().done()).isEqualTo(1);
    data.undoToday("A", check, rep);
    data.undoToday("A", check, rep);
    assertThat(checks(rep)).containsExactly("A");
    assertThat(tasks.today(null, null, null, rep).line().done()).isZero();
  }

  @Test
  void aCorrectionIsACheckToo() {
    stale("A", rep, 10);
    data.plan(MONDAY);
    corrections.correct("A", Map.of("email", "a@example.org"), null, rep);
    assertThat(checks(rep)).isEmpty();
  }

  @Test
  void whatIsDoneTodayKeepsItsPlaceUntilTomorrow() {
    jdbc.sql("update member set capacity = 1 where login = 'rep'").update();
    stale("A", rep, 10);
    stale("B", rep, 5);
    data.plan(MONDAY);
    data.checkToday("A", rep);
    assertThat(data.plan(MONDAY)).isZero();
    clock.setDay(MONDAY.plusDays(1));
    assertThat(data.plan(MONDAY.plusDays(1))).isEqualTo(2); // one gone, one chosen
    assertThat(checks(rep)).containsExactly("B");
  }

  @Test
  void whatIsNotDoneStaysAndIsNotChosenTwice() {
    stale("A", rep, 10);
    data.plan(MONDAY);
    clock.setDay(MONDAY.plusDays(1));
    assertThat(data.plan(MONDAY.plusDays(1))).isZero();
    assertThat(checks(rep)).containsExactly("A");
  }

  @Test
  void nobodysCustomersAreTheManagersAndTheNewOwnerTakesHisAlong() {
    stale("A", null, 10);
    stale("B", rep, 20);
    data.plan(MONDAY);
    assertThat(checks(manager)).containsExactly("A");
    assertThat(tasks.checks("rep", null, manager)).extracting(CareRow::ref).containsExactly("B");
    corrections.correct("A", Map.of("owner", "rep"), null, manager);
    clock.setDay(MONDAY.plusDays(1));
    data.plan(MONDAY.plusDays(1));
    assertThat(checks(manager)).isEmpty();
    assertThat(checks(rep)).containsExactly("B", "A");
  }

  @Test
  void aMergedOrErasedCustomerStandsOnceOrNowhere() {
    stale("A", rep, 10);
    stale("B", rep, 20);
    data.plan(MONDAY);
    long merge = merges.merge("A", "B", Set.of(), manager);
    assertThat(checks(rep)).containsExactly("A");
    merges.part("A", merge, manager);
    assertThat(checks(rep)).containsExactly("B", "A");
    customers.erase("A", manager);
    assertThat(checks(rep)).containsExactly("B");
  }

  @Test
  void theNightPlansThemAndASecondNightPlansNothing() {
    stale("A", rep, 10);
    assertThat(rows(nightly.run(MONDAY))).isEqualTo(1);
    assertThat(checks(rep)).containsExactly("A");
    assertThat(rows(nightly.run(MONDAY))).isZero();
  }

  private static long rows(dev.winback.nightly.NightRow night) {
    return night.steps().stream()
        .filter(step -> step.name().equals("checks"))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  /** Asked for after each outcome: thousands are not counted for a line that says "many". */
  @Test
  void moreThanAHundredStaleCustomersAreNotCountedToTheEnd() {
    stale("A", rep, 10);
    assertThat(line().stale()).isEqualTo(1);
    copies(99);
    assertThat(line().stale()).isEqualTo(100);
    copies(10);
    assertThat(line().stale()).isEqualTo(DayLine.STALE_COUNTED + 1);
  }

  private DayLine line() {
    return tasks.today(null, null, null, rep).line();
  }

  /** More customers of the rep with the signal of the first. */

  /** They are counted where the signal is kept, so that has to know whose customer it is. */
  @Test
  void staleDataAreCountedWithWhoeverOwnsTheCustomerNow() {
    stale("A", rep, 100);
    stale("B", null, 100);
    assertThat(line().stale()).isEqualTo(1);
    jdbc.sql("update customer set owner_id = :rep").param("rep", rep.member()).update();
    assertThat(line().stale()).isEqualTo(2);
    jdbc.sql("update customer set owner_id = null").update();
    assertThat(line().stale()).isZero();
  }

  private void copies(int customers) {
    jdbc.sql(
            """
            with more as (
              insert into customer (ref, name, owner_id)
              select 'M-' || n + (select count(*) from customer), 'More', :rep
                from generate_series(1, :customers) n returning id, owner_key)
            insert into signal (customer_id, kind, since, evidence, stale_owner)
            select m.id, s.kind, s.since, s.evidence, m.owner_key from more m cross join (select * from signal limit 1) s
            """)
        .param("rep", rep.member())
        .param("customers", customers)
        .update();
  }
}
