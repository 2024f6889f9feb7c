package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.letter.RungEdit;
import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Letters of prevention and of thanks (CAL-33, LET-29) and the letter about our own fault with its
 * five checks (LET-18): each once, whatever the nights.
 */
@CoreTest
class OtherKindsTest {

  @Autowired PromptStories stories;
  @Autowired Prompts prompts;

  private void nights(String from, int days) {
    for (int i = 0; i < days; i++) {
      stories.clock.setDay(LocalDate.parse(from).plusDays(i));
      prompts.plan(stories.clock.today());
      prompts.plan(stories.clock.today());
    }
  }

  private void lost(String ref) {
    stories.execute(
        """
        insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
        select id, 1, 'LOST', '2026-05-20', 'x', '2026-05-01', 1, 'EUR' from customer where ref = '%s'
        """
            .formatted(ref));
  }

  @Test
  void aBirthdayLetterIsWrittenOnceAYearAndNotToTheLost() {
    stories.buyer("A", 20);
    stories.buyer("B", 20);
    stories.buyer("C", 20);
    stories.execute("update customer set birthday = '1980-06-03' where ref <> 'C'");
    lost("B");
    nights("2026-06-02", 3);
    assertThat(stories.letters()).isEmpty();
    stories.turn(Mode.LIVE, PromptKind.BIRTHDAY);
    nights("2026-06-02", 1);
    assertThat(stories.letters()).isEmpty();
    nights("2026-06-03", 2);
    assertThat(stories.letters()).containsOnly(java.util.Map.entry("A/birthday", "PLANNED"));
    nights("2027-06-03", 1);
    assertThat(stories.one("select count(*) from letter", Long.class)).isEqualTo(2);
  }

  @Test
  void aNightThatComesADayLateStillCongratulatesAndLaterNobodyDoes() {
    stories.buyer("A", 20);
    stories.execute("update customer set birthday = '1980-02-29'");
    stories.turn(Mode.LIVE, PromptKind.BIRTHDAY);
    nights("2027-03-02", 1);
    assertThat(stories.letters()).isEmpty();
    nights("2027-03-01", 1);
    assertThat(stories.letters()).containsEntry("A/birthday", "PLANNED");
    stories.clock.setDay(LocalDate.parse("2027-03-03"));
    prompts.work();
    assertThat(stories.letters()).containsEntry("A/birthday", "SUPPRESSED MISSED");
  }

  @Test
  void whoIsLostMeanwhileIsNotCongratulated() {
    stories.buyer("A", 20);
    stories.execute("update customer set birthday = '1980-06-01'");
    stories.turn(Mode.REVIEW, PromptKind.BIRTHDAY);
    nights("2026-06-01", 1);
    assertThat(stories.letters()).containsEntry("A/birthday", "HELD REVIEW");
    lost("A");
    prompts.work();
    assertThat(stories.letters()).containsEntry("A/birthday", "SUPPRESSED LOST_MEANWHILE");
  }

  @Test
  void theFirstPurchaseIsRememberedAYearLaterAndNotOnItsOwnDay() {
    stories.buyer("A", 0);
    stories.turn(Mode.LIVE, PromptKind.ANNIVERSARY);
    nights("2026-06-01", 2);
    assertThat(stories.letters()).isEmpty();
    nights("2027-06-01", 2);
    assertThat(stories.letters()).containsOnly(java.util.Map.entry("A/anniversary", "PLANNED"));
  }

  @Test
  void whoBoughtOnceGetsADiscountOnTheSecondOrderAfterAWeek() {
    stories.turn(Mode.LIVE, PromptKind.SECOND_PURCHASE);
    stories.buyer("A", 0);
    nights("2026-06-01", 7);
    assertThat(stories.letters()).isEmpty();
    nights("2026-06-08", 2);
    assertThat(stories.letters()).containsOnly(java.util.Map.entry("A/second-purchase", "PLANNED"));
    assertThat(stories.one("select percent from coupon", Integer.class)).isEqualTo(10);
    stories.execute(
        """
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        select id, 'x', 'o2', '2026-06-09T10:00:00Z', 5, 'EUR', 'paid' from customer
        """);
    prompts.work();
    assertThat(stories.letters()).containsEntry("A/second-purchase", "SUPPRESSED PURCHASED_SINCE");
    assertThat(stories.one("select void_at is not null from coupon", Boolean.class)).isTrue();
  }

  /** LET-29: second and later purchases, each once, as far as marketing says. */
  @Test
  void laterOrdersGetADiscountUpToTheOneThatMarketingNames() {
    var marketing = stories.people.marketing();
    stories.turn(Mode.LIVE, PromptKind.SECOND_PURCHASE);
    assertThat(prompts.offerUpTo(3, marketing)).isEqualTo(2);
    stories.buyer("A", 0);
    nights("2026-06-08", 2);
    buysAgain("2026-06-10");
    prompts.work();
    assertThat(stories.letters()).containsEntry("A/second-purchase", "SUPPRESSED PURCHASED_SINCE");
    nights("2026-06-16", 1);
    assertThat(about()).containsExactly("second");
    nights("2026-06-17", 3);
    assertThat(about()).containsExactly("second", "order-3");
    buysAgain("2026-06-20");
    nights("2026-06-20", 10);
    assertThat(about()).containsExactly("second", "order-3");
    assertThat(stories.one("select count(*) from letter where state = 'PLANNED'", Long.class))
        .isZero();
    assertThatThrownBy(() -> prompts.offerUpTo(11, marketing)).isInstanceOf(Refused.class);
  }

  private void buysAgain(String day) {
    stories.execute(
        """
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        select id, 'x', 'o%1$s', '%1$sT10:00:00Z', 5, 'EUR', 'paid' from customer
        """
            .formatted(day));
  }

  private java.util.List<String> about() {
    return stories.jdbc.sql("select about from prompt order by id").query(String.class).list();
  }

  @Test
  void whoBoughtBeforeTheLetterWasOnIsNotAskedForASecondOrder() {
    stories.buyer("A", 10);
    stories.turn(Mode.LIVE, PromptKind.SECOND_PURCHASE);
    nights("2026-06-01", 2);
    assertThat(stories.letters()).isEmpty();
  }

  @Test
  void whoeverBroughtAFriendIsThankedOnceTheFriendHasBought() {
    stories.buyer("A", 20);
    stories.turn(Mode.LIVE, PromptKind.REFERRAL);
    stories.execute(
        """
        insert into customer (ref) values ('F');
        insert into referral (customer_id, source, external_id, referred_at, referred)
        select id, 'x', 'r1', '2026-05-30', 'F' from customer where ref = 'A';
        insert into referral (customer_id, source, external_id, referred_at, referred)
        select id, 'x', 'r2', '2026-05-31', 'F' from customer where ref = 'A'
        """);
    nights("2026-06-01", 1);
    assertThat(stories.letters()).isEmpty();
    stories.execute(
        """
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        select id, 'x', 'o3', '2026-06-02T10:00:00Z', 5, 'EUR', 'paid' from customer where ref = 'F'
        """);
    nights("2026-06-02", 2);
    assertThat(stories.letters()).containsOnly(java.util.Map.entry("A/referral", "PLANNED"));
    stories.execute(
        """
        insert into customer (ref) values ('M');
        update purchase set customer_id = (select id from customer where ref = 'M') where external_id = 'o3';
        update customer set merged_into = (select id from customer where ref = 'M') where ref = 'F'
        """);
    nights("2026-06-03", 1);
    assertThat(stories.letters()).hasSize(1);
    stories.execute("delete from coupon; delete from letter; delete from prompt");
    nights("2026-06-04", 1);
    assertThat(stories.letters()).containsOnly(java.util.Map.entry("A/referral", "PLANNED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update finding set said_by = 'guess'                       | HELD NOT_CONFIRMED",
        "update finding set real_reason = null                      | HELD REASON_UNKNOWN",
        "update reason set repaired_on = null, repair_since = null  | HELD NOT_REPAIRED",
        "update rung set percent = 0 where number = -6              | HELD NO_OFFER",
        "update rung set coupon_days = 13 where number = -6         | HELD DEADLINE_SHORT",
        "update rung set coupon_days = 14 where number = -6         | PLANNED",
      })
  void aFaultIsAdmittedOnlyWhenAllFiveChecksAreMet(String change, String state) {
    fault();
    stories.execute(change);
    nights("2026-06-01", 2);
    assertThat(stories.letters()).containsOnly(java.util.Map.entry("A/fault", state));
  }

  private void fault() {
    stories.buyer("A", 40);
    lost("A");
    stories.execute(
        """
        insert into finding (lapse_id, customer_id, told_at, said, stated, real_reason, said_by)
        select id, customer_id, '2026-05-25', array['stated', 'real_reason'], 'our-fault', 'our-fault', 'customer' from lapse;
        update reason set repair_since = '2026-05-20', repaired_on = '2026-05-30' where code = 'our-fault'
        """);
    stories.turn(Mode.LIVE, PromptKind.FAULT);
  }

  @Test
  void whatIsRepairedLaterLetsTheLetterGoThen() {
    fault();
    stories.execute("update reason set repaired_on = null where code = 'our-fault'");
    nights("2026-06-01", 1);
    assertThat(stories.letters()).containsEntry("A/fault", "HELD NOT_REPAIRED");
    assertThat(prompts.faultChecks(stories.people.marketing()))
        .containsExactly(new Prompts.CheckCount("NOT_REPAIRED", 1));
    stories.execute("update reason set repaired_on = '2026-06-02' where code = 'our-fault'");
    nights("2026-06-02", 1);
    assertThat(stories.letters()).containsEntry("A/fault", "PLANNED");
    var letter = stories.send().get(0);
    assertThat(letter.content().variables()).containsEntry("percent", "15");
  }

  @Test
  void theApologyCannotBeSetSmallOrShort() {
    var marketing = stories.people.marketing();
    stories.offer(PromptKind.FAULT, 1, 0);
    assertThatThrownBy(() -> stories.offer(PromptKind.FAULT, 0, 0)).isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                stories
                    .ladder()
                    .edit(PromptKind.FAULT.rung(), new RungEdit(null, 10, 13, 0, null), marketing))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> stories.offer(PromptKind.BIRTHDAY, 5, 0)).isInstanceOf(Refused.class);
  }

  @Test
  void whatIsDueIsAlwaysTheSumOfWhatBecameOfIt() {
    fault();
    stories.execute("update customer set birthday = '1980-06-01'");
    stories.turn(Mode.REVIEW, PromptKind.BIRTHDAY);
    nights("2026-06-01", 1);
    assertThat(prompts.kinds(stories.people.marketing()))
        .hasSize(11)
        .allSatisfy(
            row ->
                assertThat(row.due())
                    .isEqualTo(
                        row.sent()
                            + row.waiting()
                            + row.held()
                            + row.controlLetters()
                            + row.trouble()
                            + row.stopped()));
  }
}
