package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.customer.Named;
import dev.winback.customer.Suppressions;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.staff.NotAllowed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** I10: two records of one person become one customer; I1, I2, I4, I5, I7, I12, I21 hold in it. */
class MergesTest extends LapseStories {

  /** Tables with a customer_id that no merge moves, each with the reason. */
  private static final Set<String> STAY =
      Set.of(
          "customer_history", // what a record was stays with the record
          "erased_ref", // nobody merges an erased person
          "fact_history", // moved by its fact, see move-history.sql
          "lapse", // moved by its own package
          "customer_value", // derived by the fold
          "past_move", // derived by the night
          "buying_months", // the same
          "lost_row", // made at the end of each transaction
          "payment_habit", // the same
          "signal", // derived by the fold
          "customer_category", // derived by the night
          "vip_member", // derived by the night, and of months past who was a VIP then
          "vip_move", // the same
          "webhook_delivery", // told under the number that held then
          "refund_part"); // derived from purchases and refunds

  @Autowired Merges merges;
  @Autowired Customers customers;
  @Autowired Suppressions suppressions;
  @Autowired Purchases purchases;

  @Test
  void everyTableOfCustomersHasARuleForMerges() {
    var tables =
        jdbc.sql(
                """
                select c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = 'public' and c.column_name = 'customer_id' and t.table_type = 'BASE TABLE'
                  and not exists (select from information_schema.columns o
                                  where o.table_schema = 'public' and o.table_name = c.table_name
                                    and (o.column_name = 'origin_id'
                                         or o.column_name = 'lapse_id' and o.is_nullable = 'NO'))
                """)
            .query(String.class)
            .set();
    assertThat(tables).isSubsetOf(STAY);
  }

  @Test
  void everythingOfTheOtherRecordBelongsToTheCustomerWhoStays() {
    var anna = stories.aCustomer("A").times(2).save();
    var other = stories.aCustomer("B").times(3).save();
    talks(other, today.minusDays(3), true);
    merges.merge("A", "B", Set.of(), manager);
    assertThat(count("purchase", anna)).isEqualTo(5);
    assertThat(count("contact", anna)).isEqualTo(1);
    assertThat(count("purchase", other)).isZero();
    assertThat(jdbc.sql("select purchases from customer_value").query(Integer.class).list())
        .containsExactly(5);
    assertThat(customers.require("B")).isEqualTo(anna);
    assertThat(merges.survivor("B")).contains("A");
  }

  @Test
  void factsThatArriveLaterUnderTheOldNumberLandWithHimAndGoBackWithTheirRecord() {
    var anna = stories.aCustomer("A").save();
    var other = stories.aCustomer("B").save();
    long merge = merges.merge("A", "B", Set.of(), manager);
    buysUnder("B", "late-1");
    buysUnder("B", "late-1");
    assertThat(count("purchase", anna)).isEqualTo(3);
    merges.part("A", merge, manager);
    assertThat(count("purchase", anna)).isEqualTo(1);
    assertThat(count("purchase", other)).isEqualTo(2);
    buysUnder("B", "late-2");
    assertThat(count("purchase", other)).isEqualTo(3);
    assertThat(customers.require("B")).isEqualTo(other);
  }

  private void buysUnder(String number, String id) {
    transaction.executeWithoutResult(
        s ->
            purchases
                .intake()
                .record(
                    List.of(
                        Purchase.paid(
                            number, "shop", id, noon(today), new BigDecimal("10.00"), "EUR"))));
  }

  @Test
  void theSameMergeOnceMoreSaysThatItIsDone() {
    stories.aCustomer("A").save();
    stories.aCustomer("B").save();
    merges.merge("A", "B", Set.of(), manager);
    assertThatThrownBy(() -> merges.merge("A", "B", Set.of(), manager))
        .isInstanceOfSatisfying(
            Refused.class,
            done ->
                assertThat(done.sentence()).isEqualTo(Sentence.of("merge.refused.done", "B", "A")));
  }

  @Test
  void blanksAreFilledAndAChosenValueOfTheOtherStays() {
    stories.aCustomer("A").named("Anna").phone(null).save();
    stories.aCustomer("B").named("Anna Berg").phone("+49 30 1234567").save();
    long merge = merges.merge("A", "B", Set.of("name"), manager);
    assertThat(record("A"))
        .containsEntry("phone", "+49 30 1234567")
        .containsEntry("name", "Anna Berg");
    merges.part("A", merge, manager);
    assertThat(record("A")).containsEntry("phone", null).containsEntry("name", "Anna");
  }

  @Test
  void whatSomebodyChangedSinceStaysWhenTheyAreTakenApart() {
    stories.aCustomer("A").phone(null).save();
    stories.aCustomer("B").phone("+49 30 1234567").save();
    long merge = merges.merge("A", "B", Set.of(), manager);
    jdbc.sql("update customer set phone = '+49 30 7654321' where ref = 'A'").update();
    merges.part("A", merge, manager);
    assertThat(record("A")).containsEntry("phone", "+49 30 7654321");
  }

  /** Other systems know him by the number that he had with them. */
  @Test
  void hisLossesAreFoundByTheNumberOfTheOtherRecord() {
    stories.aCustomer("A").silentFor(120).save();
    stories.aCustomer("B").silentFor(130).save();
    night();
    merges.merge("A", "B", Set.of(), manager);
    var asked = new LapseFilter(null, "B", null);
    assertThat(lapses.rows(asked, null, 10, manager).items())
        .isNotEmpty()
        .isEqualTo(lapses.rows(new LapseFilter(null, "A", null), null, 10, manager).items());
  }

  @Test
  void ofTwoWillsTheMoreCarefulOneWins() {
    stories.aCustomer("A").consent(true).save();
    stories.aCustomer("B").consent(false).status("never_contact").save();
    merges.merge("A", "B", Set.of("email"), manager);
    assertThat(record("A"))
        .containsEntry("email_consent", false)
        .containsEntry("status", "never_contact");
    assertThat(suppressions.stopped("a@example.org")).isTrue();
  }

  @Test
  void aYesHoldsOnlyForTheAddressItWasGivenFor() {
    stories.aCustomer("A").consent(null).save();
    stories.aCustomer("B").consent(true).save();
    merges.merge("A", "B", Set.of(), manager);
    assertThat(record("A")).containsEntry("email_consent", null);
  }

  @Test
  void anOptOutOfTheOtherAddressHoldsForThePerson() {
    stories.aCustomer("A").consent(true).save();
    stories.aCustomer("B").consent(null).save();
    transaction.executeWithoutResult(
        s -> suppressions.stop("b@example.org", Suppressions.Reason.UNSUBSCRIBED, null));
    jdbc.sql("update customer set email_consent = null where ref = 'B'").update();
    merges.merge("A", "B", Set.of(), manager);
    assertThat(record("A")).containsEntry("email_consent", false);
  }

  @Test
  void ofTwoOpenLapsesTheOlderStaysAndBothAreOpenAgainWhenTakenApart() {
    var anna = stories.aCustomer("A").silentFor(95).save();
    night();
    passDays(1);
    var other = stories.aCustomer("B").silentFor(120).save();
    night();
    assertThat(stages(other)).containsExactly("LATE");
    long merge = merges.merge("A", "B", Set.of(), manager);
    assertThat(stages(anna)).containsExactly("LATE", "MERGED");
    merges.part("A", merge, manager);
    assertThat(stages(anna)).containsExactly("LATE");
    assertThat(stages(other)).containsExactly("LATE");
  }

  @Test
  void aPurchaseOfTheOtherRecordBringsHimBack() {
    var anna = stories.aCustomer("A").silentFor(95).save();
    var other = stories.aCustomer("B").neverBought().save();
    night();
    passDays(5);
    buys(other, today);
    long merge = merges.merge("A", "B", Set.of(), manager);
    assertThat(stages(anna)).containsExactly("RETURNED");
    merges.part("A", merge, manager);
    assertThat(stages(anna)).containsExactly("LATE");
  }

  @Test
  void whoLostTheOtherRecordDoesNotWinHimBack() {
    var ann = stories.rep("ann");
    var bob = stories.rep("bob");
    var anna = stories.aCustomer("A").silentFor(95).ownedBy(bob).save();
    night();
    assertThat(field(anna, "assignee")).isEqualTo(ann.member());
    var other = stories.aCustomer("B").silentFor(95).ownedBy(ann).save();
    night();
    long merge = merges.merge("A", "B", Set.of(), manager);
    assertThat(lapsesOf(anna).get(0)).containsEntry("assignee", null);
    merges.part("A", merge, manager);
    assertThat(field(anna, "assignee")).isEqualTo(ann.member());
    assertThat(stages(other)).containsExactly("LATE");
  }

  @Test
  void aRungThatTheOtherRecordGotIsNotSentAgain() {
    var anna = stories.aCustomer("A").silentFor(95).save();
    stories.aCustomer("B").silentFor(95).save();
    night();
    letter("A", "PLANNED");
    letter("B", "SENT");
    long merge = merges.merge("A", "B", Set.of(), manager);
    assertThat(letters(anna)).containsExactly("SUPPRESSED ALREADY_WRITTEN", "SENT null");
    merges.part("A", merge, manager);
    assertThat(letters(anna)).containsExactly("PLANNED null");
  }

  private void letter(String ref, String state) {
    jdbc.sql("update rung set mode = 'live', backlog = true, since = '2020-01-01' where number = 1")
        .update();
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, address_hash,
                                announced_at, sent_at)
            select l.id, c.id, 1, :state, 10, r.template_id, l.opened_on, case when :sent then address_hash('x@example.org') end,
                   case when :sent then clock_timestamp() end, case when :sent then clock_timestamp() end
            from customer c join lapse l on l.customer_id = c.id, rung r where c.ref = :ref and r.number = 1
            """)
        .param("state", state)
        .param("sent", state.equals("SENT"))
        .param("ref", ref)
        .update();
  }

  private List<String> letters(CustomerId customer) {
    return jdbc.sql(
            "select state || ' ' || coalesce(hold_reason, 'null') from letter where customer_id = :id order by id")
        .param("id", customer.value())
        .query(String.class)
        .list();
  }

  @Test
  void whoIsErasedOrTheSameOrMergedAlreadyIsRefused() {
    stories.aCustomer("A").save();
    stories.aCustomer("B").save();
    stories.aCustomer("C").save();
    stories.aCustomer("D").save();
    customers.erase("D", manager);
    assertThatThrownBy(() -> merges.merge("A", "A", Set.of(), manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> merges.merge("A", "D", Set.of(), manager))
        .isInstanceOf(NotFound.class);
    merges.merge("A", "B", Set.of(), manager);
    assertThatThrownBy(() -> merges.merge("B", "A", Set.of(), manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> merges.merge("C", "B", Set.of(), manager)).isInstanceOf(Refused.class);
    var rep = stories.rep("ann");
    assertThatThrownBy(() -> merges.merge("A", "C", Set.of(), rep)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void whatIsPartOfAPartIsTakenApartAfterIt() {
    stories.aCustomer("A").save();
    stories.aCustomer("B").save();
    stories.aCustomer("C").save();
    long inner = merges.merge("B", "C", Set.of(), manager);
    long outer = merges.merge("A", "B", Set.of(), manager);
    assertThat(customers.require("C")).isEqualTo(customers.require("A"));
    assertThatThrownBy(() -> merges.part("B", inner, manager)).isInstanceOf(NotFound.class);
    merges.part("A", outer, manager);
    assertThat(customers.require("C")).isEqualTo(customers.require("B"));
    merges.part("B", inner, manager);
    assertThatThrownBy(() -> merges.part("B", inner, manager)).isInstanceOf(NotFound.class);
  }

  @Test
  void whoIsErasedIsErasedWithAllHisRecords() {
    stories.aCustomer("A").save();
    stories.aCustomer("B").named("Marker Person").email("marker@example.org").save();
    merges.merge("A", "B", Set.of(), manager);
    customers.erase("A", manager);
    assertThat(
            jdbc.sql("select count(*) from customer where name is not null or email is not null")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql(
                    "select count(*) from customer_merge where was::text || became::text like '%marker%'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(suppressions.stopped("marker@example.org")).isTrue();
    assertThat(customers.erased(List.of(new Named("A", null), new Named("B", null)), false))
        .containsExactlyInAnyOrder(0, 1);
  }

  private int count(String table, CustomerId customer) {
    return jdbc.sql("select count(*) from " + table + " where customer_id = :id")
        .param("id", customer.value())
        .query(Integer.class)
        .single();
  }

  private java.util.Map<String, Object> record(String ref) {
    return jdbc.sql("select * from customer where ref = :ref")
        .param("ref", ref)
        .query()
        .singleRow();
  }
}
