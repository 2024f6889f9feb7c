package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * DET-03, DET-05, DET-15, DET-16: a sign that means no loss yet reaches a person, once; the clock
 * stands on 1 June 2026.
 */
class SignContactsTest extends CareStories {

  @Autowired GoodContacts good;
  @Autowired GoodLists lists;

  private CustomerId customer(String ref, String value, boolean vip) {
    var customer = stories.aCustomer(ref).times(3).ownedBy(rep).save();
    jdbc.sql(
            """
            with v as (
              insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase,
                                          revenue, value_year, currency)
              select customer_id, 3, 3, :day - 60, :day, 300, :value::numeric, 'EUR'
              from purchase where customer_id = :c group by customer_id)
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
            values (:c, 'A', 'X', :vip, false, false, 3, 100)
            """)
        .param("c", customer.value())
        .param("day", today)
        .param("value", value)
        .param("vip", vip)
        .update();
    return customer;
  }

  private void shows(CustomerId customer, String kind) {
    jdbc.sql(
            "insert into signal (customer_id, kind, since, evidence) values (:c, :kind, :day, '{}')")
        .param("c", customer.value())
        .param("kind", kind)
        .param("day", today)
        .update();
  }

  private void showsNothing() {
    jdbc.sql(
            "with s as (delete from signal returning customer_id) insert into touched_customer select customer_id from s on conflict do nothing")
        .update();
  }

  private List<String> open() {
    return jdbc.sql(
            """
            select c.ref || ' ' || g.kind || ' ' || g.mark from good_contact g join customer c on c.id = g.customer_id
             where g.state = 'open' order by g.id
            """)
        .query(String.class)
        .list();
  }

  private long only() {
    return lists.page(GoodFilter.ALL, null, 10, rep).items().get(0).id();
  }

  @Test
  void aFallenVipWantsOneCallThatAsksWhy() {
    shows(customer("A", "900", false), "fallen-vip");
    settle();
    assertThat(open()).containsExactly("A sign fallen-vip");
    var row = lists.one(only(), rep);
    assertThat(row.sign()).isEqualTo("fallen-vip");
    assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 6, 7));
    good.done(row.id(), "phone", "the new buyer", rep);
    passDays(1);
    settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void theCallOfAFallenVipOutlivesTheMonthInWhichHeFell() {
    shows(customer("A", "900", false), "fallen-vip");
    settle();
    showsNothing();
    goTo(LocalDate.of(2026, 7, 8));
    settle();
    assertThat(open()).hasSize(1);
    passDays(1);
    settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void whoIsAVipAgainIsAskedNothing() {
    var customer = customer("A", "900", false);
    shows(customer, "fallen-vip");
    settle();
    showsNothing();
    jdbc.sql("update customer_category set vip = true").update();
    settle();
    assertThat(open()).containsExactly("A vip 2026-06");
  }

  @Test
  void theSameSignRingsAgainOnlyWhenItCameAnew() {
    var customer = customer("A", "900", false);
    shows(customer, "volume-drop");
    settle();
    good.done(only(), "phone", "", rep);
    passDays(10);
    jdbc.sql("update signal set since = :day").param("day", today).update();
    settle();
    assertThat(open()).as("the same drop with a newer purchase").isEmpty();
    showsNothing();
    settle();
    passDays(1);
    shows(customer, "volume-drop");
    settle();
    assertThat(open()).containsExactly("A sign volume-drop");
  }

  @Test
  void oneCallIsAboutAllThatHeShows() {
    var customer = customer("A", "900", true);
    shows(customer, "margin-squeeze");
    shows(customer, "vip-paid-little");
    settle();
    assertThat(open()).containsExactly("A sign vip-paid-little");
    good.done(only(), "phone", "", rep);
    settle();
    assertThat(open()).as("neither the other sign nor the call of the month").isEmpty();
  }

  @Test
  void aSignTakesThePlaceOfTheCallOfTheMonth() {
    var customer = customer("A", "900", true);
    settle();
    assertThat(open()).containsExactly("A vip 2026-06");
    shows(customer, "vip-paid-little");
    settle();
    assertThat(open()).containsExactly("A sign vip-paid-little");
  }

  @Test
  void aSignThatIsGoneNeedsNoCall() {
    shows(customer("A", "900", false), "requests-without-purchase");
    settle();
    assertThat(open()).hasSize(1);
    showsNothing();
    settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void signsOfVipsComeFirstThenTheDearest() {
    for (var ref : List.of("A", "B", "C")) {
      shows(customer(ref, ref.equals("B") ? "300" : "200", false), "volume-drop");
    }
    shows(customer("D", "100", true), "vip-paid-little");
    settle();
    assertThat(open())
        .containsExactlyInAnyOrder(
            "D sign vip-paid-little", "B sign volume-drop", "A sign volume-drop");
  }

  @Test
  void cartsComplaintsAndSilenceHaveOtherWays() {
    var customer = customer("A", "900", false);
    for (var kind : List.of("cart", "complaint", "silent", "late")) {
      shows(customer, kind);
    }
    settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void whoIsLostIsAskedAsALoss() {
    var customer = customer("A", "900", false);
    shows(customer, "fallen-vip");
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:c, 1, 'LATE', :day, 'silent', :day - 90, 1, 'EUR')
            """)
        .param("c", customer.value())
        .param("day", today)
        .update();
    settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void whoIsNotThereIsTriedThreeTimesAndThenLeftAlone() {
    shows(customer("A", "900", false), "fallen-vip");
    settle();
    long id = only();
    good.missed(id, rep);
    good.missed(id, rep);
    assertThat(lists.one(id, rep).tried()).isEqualTo(2);
    good.missed(id, rep);
    settle();
    assertThat(open()).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from contact where not reached").query(Long.class).single())
        .isEqualTo(3);
  }

  @Test
  void anAttemptIsTakenBack() {
    shows(customer("A", "900", false), "fallen-vip");
    settle();
    long id = only();
    for (int nth = 1; nth <= 3; nth++) {
      good.missed(id, rep);
    }
    good.unmissed(id, rep);
    assertThat(lists.one(id, rep).tried()).isEqualTo(2);
    assertThat(jdbc.sql("select count(*) from contact").query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void aVipWhoWasNotThereHasNotBeenTalkedTo() {
    customer("A", "900", true);
    settle();
    good.missed(only(), rep);
    settle();
    assertThat(open()).containsExactly("A vip 2026-06");
  }

  @Test
  void theAimIsWhoeverMakesTheCalls() {
    shows(customer("A", "900", false), "fallen-vip");
    settle();
    good.aim(only(), "Ask about the new warehouse", rep);
    assertThat(lists.one(only(), rep).aim()).isEqualTo("Ask about the new warehouse");
    assertThatThrownBy(() -> good.aim(only(), " ", rep)).isInstanceOf(Refused.class);
  }
}
