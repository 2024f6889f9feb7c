package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winback.customer.CustomerId;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Memberships;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * CAL-32, CAL-33, CAL-41: good customers are talked to before anything is lost; the clock stands on
 * 1 June 2026.
 */
class GoodContactsTest extends CareStories {

  @Autowired GoodContacts good;
  @Autowired GoodLists lists;
  @Autowired Occasions occasions;
  @Autowired Memberships members;

  private CustomerId vip(String ref, String value) {
    var customer = stories.aCustomer(ref).times(3).amount(value).ownedBy(rep).save();
    jdbc.sql(
            """
            insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase, revenue,
                                        value_year, currency)
            select customer_id, 3, 3, :day - 60, :day, 300, :value::numeric, 'EUR'
            from purchase where customer_id = :c group by customer_id
            """)
        .param("c", customer.value())
        .param("day", today)
        .param("value", value)
        .update();
    categorise(customer);
    return customer;
  }

  private void categorise(CustomerId customer) {
    jdbc.sql(
            """
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
            values (:c, 'A', 'X', true, false, false, 1, 100)
            """)
        .param("c", customer.value())
        .update();
  }

  private List<String> open() {
    return jdbc.sql(
            """
            select c.ref || ' ' || g.kind from good_contact g join customer c on c.id = g.customer_id
             where g.state = 'open' order by g.id
            """)
        .query(String.class)
        .list();
  }

  @Test
  void aVipToWhomNobodyTalkedThisMonthIsChosenOnceAMonth() {
    vip("A", "900");
    settle();
    assertThat(open()).containsExactly("A vip");
    var row = lists.page(GoodFilter.ALL, null, 10, rep).items().get(0);
    assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 6, 30));
    good.done(row.id(), "phone", "all well", rep);
    settle();
    assertThat(open()).isEmpty();
    goTo(LocalDate.of(2026, 7, 1));
    settle();
    assertThat(open()).containsExactly("A vip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REFUSED", "NOT_WANTED", "TWICE_LOST"})
  void whomWeLetGoIsLeftAlone(String stage) {
    var customer = vip("A", "900");
    settle();
    assertThat(open()).containsExactly("A vip");
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            select :c, 1, :stage, :day + 1, 'silent', :day, 0, 'EUR'
            """)
        .param("c", customer.value())
        .param("stage", stage)
        .param("day", today)
        .update();
    settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void whoWasTalkedToThisMonthNeedsNoCall() {
    var customer = vip("A", "900");
    settle();
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, direction)
            values (:c, 'story', 'x', :at, 'phone', 'in')
            """)
        .param("c", customer.value())
        .param("at", today.atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime())
        .update();
    settle();
    assertThat(open()).isEmpty();
  }

  @Test
  void whoWasWrittenToThisMonthNeedsNoCall() {
    var customer = vip("A", "900");
    settle();
    assertThat(open()).containsExactly("A vip");
    letterSent(customer, 1);
    settle();
    assertThat(open()).as("last month").containsExactly("A vip");
    letterSent(customer, 0);
    settle();
    assertThat(open()).isEmpty();
  }

  private void letterSent(CustomerId customer, int daysBeforeTheMonth) {
    jdbc.sql("delete from letter").update();
    jdbc.sql(
            """
            with l as (
              insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
              select :c, 1 + count(*), 'FALSE_ALARM', :day - 90, 'silent', :day - 190, 0, 'EUR' from lapse returning id)
            insert into letter (customer_id, lapse_id, rung, state, percent, template_id, due_on, sent_at)
            select :c, l.id, 1, 'SENT', 0, template_id, :day, :at from rung, l where number = 1
            """)
        .param("c", customer.value())
        .param("day", today)
        .param(
            "at",
            today
                .withDayOfMonth(1)
                .minusDays(daysBeforeTheMonth)
                .atStartOfDay(clock.getZone())
                .toOffsetDateTime())
        .update();
  }

  @Test
  void theDearestComeFirstUpToThePlacesOfTheOwner() {
    vip("A", "100");
    vip("B", "400");
    vip("C", "300");
    vip("D", "200");
    settle();
    assertThat(open()).containsExactlyInAnyOrder("B vip", "C vip", "D vip");
    jdbc.sql("update aftercare_setting set contacts = 4").update();
    settle();
    assertThat(open()).contains("A vip");
  }

  @Test
  void morePlacesWhereTheVipsWouldNotFitIntoTheMonth() {
    for (var ref : List.of("A", "B", "C", "D", "E", "F", "G")) {
      vip(ref, "100");
    }
    goTo(LocalDate.of(2026, 6, 29));
    settle();
    assertThat(open()).as("two working days for seven").hasSize(4);
    assertThat(lists.month(manager)).isEqualTo(new VipCalls(7, 0, 2, 4, false));
    passDays(1);
    settle();
    assertThat(open()).as("one working day for seven").hasSize(7);
    jdbc.sql("update aftercare_setting set contacts = 0").update();
    assertThat(lists.month(manager)).isEqualTo(new VipCalls(7, 0, 1, 7, true));
  }

  @Test
  void neverMorePlacesThanHisCallsOfADay() {
    for (var ref : List.of("A", "B", "C", "D", "E", "F", "G")) {
      vip(ref, "100");
    }
    jdbc.sql("update member set capacity = 5").update();
    goTo(LocalDate.of(2026, 6, 30));
    settle();
    assertThat(open()).as("one working day for seven").hasSize(5);
    assertThat(lists.month(manager)).isEqualTo(new VipCalls(7, 0, 1, 7, false));
  }

  @Test
  void whoSaysNeverAgainIsNoGoodCustomerAtOnce() {
    var customer = vip("A", "100");
    settle();
    assertThat(lists.count(GoodFilter.ALL, manager)).isOne();
    jdbc.sql("update customer set status = 'never_contact' where id = :c")
        .param("c", customer.value())
        .update();
    assertThat(lists.count(GoodFilter.ALL, manager)).isZero();
    assertThat(lists.page(GoodFilter.ALL, null, 10, manager).items()).isEmpty();
  }

  @Test
  void vipsWhomNobodyOwnsAreCountedApart() {
    vip("A", "100");
    var customer = vip("B", "100");
    jdbc.sql("update customer set owner_id = null where id = :c")
        .param("c", customer.value())
        .update();
    settle();
    assertThat(lists.month(manager)).isEqualTo(new VipCalls(2, 1, 22, 1, false));
    assertThat(lists.month(rep)).as("his own").isEqualTo(new VipCalls(1, 0, 22, 1, false));
  }

  @Test
  void aBirthdayIsCongratulatedWithinTheWeekBeforeIt() {
    var customer = vip("A", "900");
    jdbc.sql("update customer set birthday = '1984-06-08' where id = :c")
        .param("c", customer.value())
        .update();
    settle();
    assertThat(open()).containsExactlyInAnyOrder("A birthday", "A vip");
    jdbc.sql("delete from good_contact").update();
    jdbc.sql("update customer set birthday = '1984-06-09'").update();
    settle();
    assertThat(open()).containsExactly("A vip");
  }

  @Test
  void aBirthdayOfTheLeapDayIsTheTwentyEighthInOtherYears() {
    var customer = vip("A", "900");
    jdbc.sql("update customer set birthday = '1984-02-29' where id = :c")
        .param("c", customer.value())
        .update();
    goTo(LocalDate.of(2027, 2, 25));
    settle();
    assertThat(lists.page(GoodFilter.of("birthday"), null, 10, rep).items().get(0).dueOn())
        .isEqualTo(LocalDate.of(2027, 2, 28));
  }

  @Test
  void anOccasionIsToldToItsAudienceAndFirstAccessAWeekBefore() {
    vip("A", "900");
    var fair =
        new OccasionEntry("product", "New roast", "2026-06-08", "2026-06-20", "good", null, true);
    long id = occasions.add(fair, manager);
    settle();
    assertThat(open()).contains("A occasion");
    occasions.remove(id, manager);
    settle();
    assertThat(open()).doesNotContain("A occasion");
    occasions.restore(id, manager);
    settle();
    assertThat(open()).contains("A occasion");
    assertThat(occasions.page(null, 10, manager).items().get(0).open()).isEqualTo(1);
  }

  @Test
  void anOccasionWithoutFirstAccessWaitsForItsDay() {
    vip("A", "900");
    occasions.add(
        new OccasionEntry("fair", "Fair", "2026-06-02", null, "vip", null, false), manager);
    settle();
    assertThat(open()).doesNotContain("A occasion");
    passDays(1);
    settle();
    assertThat(open()).contains("A occasion");
    passDays(1);
    settle();
    assertThat(open()).doesNotContain("A occasion");
  }

  @Test
  void whoIsLostIsWorkedOnAsALossAndNotCongratulated() {
    var customer = vip("A", "900");
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
  void anOccasionCountsWhomItsListShows() {
    vip("A", "900");
    var lost = vip("B", "800");
    long fair =
        occasions.add(
            new OccasionEntry("fair", "Fair", "2026-06-01", null, "vip", null, false), manager);
    occasions.add(
        new OccasionEntry("product", "Roast", "2026-06-01", null, "vip", null, false), manager);
    jdbc.sql("update aftercare_setting set contacts = 9").update();
    settle();
    var asked = new GoodFilter("occasion", fair);
    assertThat(lists.count(GoodFilter.of("occasion"), rep)).isEqualTo(4);
    assertThat(lists.count(asked, rep)).isEqualTo(2).isEqualTo(open(fair, rep));
    jdbc.sql("update customer set status = 'never_contact' where id = :c")
        .param("c", lost.value())
        .update();
    assertThat(lists.page(asked, null, 10, rep).items())
        .extracting(GoodContact::ref)
        .containsExactly("A");
    assertThat(open(fair, rep)).isOne();
    assertThat(open(fair, manager)).isOne();
  }

  private long open(long occasion, Actor actor) {
    return occasions.page(null, 10, actor).items().stream()
        .filter(one -> one.id() == occasion)
        .findAny()
        .orElseThrow()
        .open();
  }

  @Test
  void aMissedCallThatIsTakenBackHasItsDayAgain() {
    vip("A", "900");
    settle();
    jdbc.sql("update good_contact set due_on = :day").param("day", today.minusDays(3)).update();
    long id = lists.page(GoodFilter.ALL, null, 10, rep).items().get(0).id();
    good.missed(id, rep);
    var second = lists.one(id, rep).dueOn();
    goTo(second);
    good.missed(id, rep);
    assertThat(lists.one(id, rep).dueOn()).isAfter(second);
    good.unmissed(id, rep);
    assertThat(lists.one(id, rep).dueOn()).isEqualTo(second);
    good.unmissed(id, rep);
    assertThat(lists.one(id, rep).dueOn()).isEqualTo(LocalDate.of(2026, 5, 29));
    good.unmissed(id, rep);
    assertThat(lists.one(id, rep).tried()).isZero();
  }

  @Test
  void theLastAttemptThatIsSentTwiceIsOneAndIsNotToldAsClosedByOthers() {
    var customer = vip("A", "900");
    settle();
    long id = lists.page(GoodFilter.ALL, null, 10, rep).items().get(0).id();
    IntStream.range(0, 4).forEach(n -> good.missed(id, rep));
    assertThat(open()).isEmpty();
    assertThat(contacts(customer)).hasSize(3);
    good.unmissed(id, rep);
    assertThat(lists.one(id, rep).tried()).isEqualTo(2);
  }

  @Test
  void aNoteIsKeptWhileItIsTypedAndBelongsToTheContactAfterwards() {
    var customer = vip("A", "900");
    settle();
    long id = lists.page(GoodFilter.ALL, null, 10, rep).items().get(0).id();
    good.keepNote(id, "brought", rep);
    assertThat(lists.one(id, rep).note()).isEqualTo("brought");
    assertThatThrownBy(() -> good.keepNote(id, "x".repeat(2_001), rep)).isInstanceOf(Refused.class);
    good.done(id, "visit", "brought cake", rep);
    good.keepNote(id, "typed before it was done", rep);
    assertThat(note(id)).isNull();
    good.undo(id, rep);
    assertThat(lists.one(id, rep).note()).isEqualTo("brought cake");
    assertThat(contacts(customer)).isEmpty();
  }

  private @Nullable String note(long id) {
    return jdbc.sql("select note from good_contact where id = :id")
        .param("id", id)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  @Test
  void doneStandsInTheStoryAndIsTakenBack() {
    var customer = vip("A", "900");
    settle();
    long id = lists.page(GoodFilter.ALL, null, 10, rep).items().get(0).id();
    good.done(id, "visit", "brought cake", rep);
    good.done(id, "visit", "brought cake", rep);
    assertThat(contacts(customer)).containsExactly("visit brought cake");
    good.undo(id, rep);
    assertThat(contacts(customer)).isEmpty();
    good.skip(id, rep);
    settle();
    assertThat(open()).isEmpty();
  }

  /** Somebody left it out while he talked: what he typed is given back with the refusal. */
  @Test
  void whatIsClosedMeanwhileIsNotDoneNotTriedAndNotOpenedByAnUndo() {
    var customer = vip("A", "900");
    settle();
    long id = lists.page(GoodFilter.ALL, null, 10, rep).items().get(0).id();
    good.missed(id, rep);
    good.skip(id, manager);
    good.skip(id, manager);
    for (Runnable late :
        List.<Runnable>of(
            () -> good.done(id, "phone", "likes tea", rep),
            () -> good.missed(id, rep),
            () -> good.unmissed(id, rep))) {
      assertThatThrownBy(late::run).hasMessageContaining("care.refused.closed");
    }
    assertThat(open()).isEmpty();
    assertThat(contacts(customer)).hasSize(1);
    good.undo(id, manager);
    good.done(id, "phone", "likes tea", rep);
    assertThatThrownBy(() -> good.skip(id, rep)).hasMessageContaining("care.refused.closed");
    assertThatThrownBy(() -> good.done(id, "phone", "other words", rep))
        .as("they would be nowhere")
        .hasMessageContaining("care.refused.closed");
  }

  /** days.md, "Traps": not the day after, when a birthday is over. */
  @Test
  void theContactsOfWhoLeavesAreTheNewOwnersTheSameHour() {
    vip("A", "900");
    settle();
    long id = lists.page(GoodFilter.ALL, null, 10, rep).items().get(0).id();
    good.aim(id, "Congratulate", rep);
    var bob = stories.rep("bob");
    var admin = stories.admin();
    members.retire(rep.id(), admin);
    assertThat(lists.page(GoodFilter.ALL, null, 10, bob).items())
        .extracting(GoodContact::id, GoodContact::aim)
        .containsExactly(tuple(id, "Congratulate"));
    settle();
    assertThat(lists.count(GoodFilter.ALL, bob)).as("by night it stays").isOne();
    members.takeBack(rep.id(), admin);
    assertThat(lists.count(GoodFilter.ALL, bob)).isZero();
    assertThat(lists.count(GoodFilter.ALL, rep)).isOne();
  }

  private List<String> contacts(CustomerId customer) {
    return jdbc.sql("select channel || ' ' || note from contact where customer_id = :c")
        .param("c", customer.value())
        .query(String.class)
        .list();
  }

  @Test
  void aRepSeesAndClosesHisOwnOnly() {
    vip("A", "900");
    settle();
    var other = stories.rep("bob");
    long id = lists.page(GoodFilter.ALL, null, 10, rep).items().get(0).id();
    assertThat(lists.count(GoodFilter.ALL, other)).isZero();
    assertThat(lists.count(GoodFilter.ALL, manager)).isEqualTo(1);
    assertThatThrownBy(() -> good.done(id, "phone", "", other)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> good.done(id, "pigeon", "", rep)).isInstanceOf(Refused.class);
  }
}
