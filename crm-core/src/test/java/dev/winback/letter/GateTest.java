package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** acceptance.md, "Why a due letter is held": each reason at the claim, and until when. */
@CoreTest
class GateTest {

  private static final String GIVEN =
      "insert into member (login, name, role, password_hash) values ('given', 'Given', 'REP', 'x'); insert into offer_grant (lapse_id, customer_id, kind, asked_percent, percent, asked_fixed, fixed, margin_percent, floor_percent, most_percent, currency, state, asked_by, asked_at) select id, customer_id, 'discount', 5, 5, 0, 0, 30, 5, 25, 'EUR', 'given', (select min(id) from member), now() from lapse; insert into coupon (code, grant_id, customer_id, lapse_id, percent, valid_until) select 'ABC0123XYZ', id, customer_id, lapse_id, 5, '2026-06-01' from offer_grant";

  /** What was promised under a record that is part of this one (decision 245). */
  private static final String PROMISED_UNDER_ANOTHER =
      "insert into member (login, name, role, password_hash) values ('m', 'M', 'REP', 'x');"
          + " insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, merged_with)"
          + " select customer_id, 9, 'MERGED', opened_on, 'silent', silent_since, 1, 'EUR', id from lapse;"
          + " insert into task (lapse_id, customer_id, member_id, kind, state, due_on, attempt, weight)"
          + " select id, customer_id, (select min(id) from member), 'promise', 'open', '2026-06-03', 1, 1"
          + " from lapse where merged_with is not null";

  private static final String COMPLAINT =
      "insert into complaint (customer_id, source, external_id, complained_at) select id, 'shop', 'c1', '2026-05-20' from customer";
  private static final String ORDER =
      "insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status) select id, 'shop', 'p1', '2026-05-20', 50, 'EUR', 'pending' from customer";

  @Autowired Outbox outbox;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired SendingRules rules;
  @Autowired Stories stories;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update lapse set stage = 'REFUSED'                        | LAPSE_CLOSED",
        "update customer set status = 'deceased'                   | PERSON_INACTIVE",
        "update customer set email = null                          | NO_ADDRESS",
        "update customer set email = 'nobody'                      | NO_ADDRESS",
        "update customer set email_consent = false                 | NO_BASIS",
        "update customer set email_consent = null                  | NO_BASIS",
        "update customer set preferred_channel = 'phone'           | OTHER_CHANNEL",
        "update customer set preferred_channel = 'none'; update rung set channel = 'any' | OTHER_CHANNEL",
        "update rung set mode = 'off'                              | RUNG_OFF",
        "update rung set mode = 'review'                           | REVIEW",
        "update rung set paused_at = now(), paused_because = 'bounces' | RUNG_PAUSED",
        "update firm set sending_stopped = true                    | SENDING_STOPPED",
        "update sending set trial = '{@shop.example,b@example.org}' | TRIAL",
        "insert into member (login, name, role, password_hash) values ('m', 'M', 'REP', 'x'); insert into task (lapse_id, customer_id, member_id, kind, state, due_on, attempt, weight) select id, customer_id, (select min(id) from member), 'promise', 'open', '2026-06-03', 1, 1 from lapse | PROMISE_OPEN",
        PROMISED_UNDER_ANOTHER + " | PROMISE_OPEN",
        "update lapse set letters_rest_until = '2026-06-01'        | REP_TALKING",
        GIVEN + " | DISCOUNT_RUNS",
        "update lapse set not_before = '2026-06-02'                | COOL_DOWN",
        COMPLAINT + " | COMPLAINT_OPEN",
        "insert into person (customer_id, source, external_id, email, left_on) select id, 'test', 'p1', ' ANNA@example.org', '2026-05-01' from customer | PERSON_INACTIVE",
        ORDER + " | ORDER_PENDING",
        "insert into finding (lapse_id, customer_id, told_at, said, stated, said_by) select id, customer_id, now(), array['stated'], 'delivery', 'customer' from lapse; update reason set repair_since = '2026-05-01' where code = 'delivery' | NOT_REPAIRED",
      })
  void eachReasonHoldsTheLetter(String change, String reason) {
    ALetter.in(jdbc).planned();
    jdbc.sql(change).update();

    assertThat(claimed()).isZero();
    assertThat(held()).isEqualTo(reason);
    assertThat(claimed()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        COMPLAINT + " ; update complaint set resolved_at = '2026-05-21'",
        COMPLAINT + " ; update complaint set complained_at = '2025-05-20'",
        ORDER + " ; update purchase set status = 'cancelled'",
        ORDER + " ; update purchase set purchased_at = '2026-04-20'",
        "insert into person (customer_id, source, external_id, email, left_on) select id, 'test', p, 'anna@example.org', case p when 'p1' then date '2026-05-01' end from customer, unnest(array['p1', 'p2']) p",
        "insert into person (customer_id, source, external_id, email, left_on) select id, 'test', 'p1', 'other@example.org', '2026-05-01' from customer",
      })
  void whatIsOverOrAnothersHoldsNothing(String change) {
    ALetter.in(jdbc).planned();
    jdbc.sql(change).update();

    assertThat(claimed()).isOne();
  }

  /** In the evening a complaint used to be open "until 09:00". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        COMPLAINT + " | COMPLAINT_OPEN",
        ORDER + " | ORDER_PENDING",
        "update customer set email_consent = false | NO_BASIS",
      })
  void aReasonWithoutAnEndHasNoneOutsideOfTheHoursEither(String change, String reason) {
    ALetter.in(jdbc).planned();
    jdbc.sql(change).update();
    clock.set(Instant.parse("2026-06-01T20:00:00Z"));

    assertThat(claimed()).isZero();
    assertThat(held()).isEqualTo(reason);
    assertThat(jdbc.sql("select hold_until from letter").query(Instant.class).optional()).isEmpty();
  }

  /** letters.md, "send again": its code is the first one's, which somebody has used meanwhile. */
  @Test
  void aLetterThatIsSentAgainIsHeldWhenTheCodeOfTheFirstWasUsed() {
    long first = ALetter.in(jdbc).planned();
    jdbc.sql(
            """
            update letter set state = 'SUPPRESSED', hold_reason = 'SENT_AGAIN';
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, resend_of)
            select lapse_id, customer_id, rung, 'PLANNED', percent, template_id, due_on, id from letter;
            update coupon set redeemed_at = now()
            """)
        .update();

    assertThat(claimed()).isZero();
    assertThat(
            jdbc.sql("select hold_reason from letter where resend_of = :first")
                .param("first", first)
                .query(String.class)
                .single())
        .isEqualTo("ALREADY_WRITTEN");
  }

  @Test
  void lettersRestUntilTheEndOfTheDayAndWakeByThemselves() {
    ALetter.in(jdbc).planned();
    jdbc.sql("update lapse set letters_rest_until = '2026-06-01'").update();
    claimed();

    clock.set(Instant.parse("2026-06-01T21:59:00Z"));
    outbox.recover();
    assertThat(held()).isEqualTo("REP_TALKING");
    clock.set(Instant.parse("2026-06-02T10:00:00Z"));
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    // summer in Berlin: 07:00Z to 17:00Z
    "Europe/Berlin,    2026-06-01T06:59:59Z, 2026-06-01T07:00:00Z",
    "Europe/Berlin,    2026-06-01T07:00:00Z, ",
    "Europe/Berlin,    2026-06-01T16:59:59Z, ",
    "Europe/Berlin,    2026-06-01T17:00:00Z, 2026-06-02T07:00:00Z",
    // the customer's zone decides, not the firm's
    "America/New_York, 2026-06-01T10:00:00Z, 2026-06-01T13:00:00Z",
    "America/New_York, 2026-06-01T13:00:00Z, ",
    "Asia/Kolkata,     2026-06-01T13:30:00Z, 2026-06-02T03:30:00Z",
    // a zone nobody knows, and none: the firm's
    "Mars/Olympus,     2026-06-01T06:00:00Z, 2026-06-01T07:00:00Z",
    ",                 2026-06-01T06:00:00Z, 2026-06-01T07:00:00Z",
    // both switches of 2026: 29 March (to 07:00Z) and 25 October (to 08:00Z)
    "Europe/Berlin,    2026-03-28T18:00:00Z, 2026-03-29T07:00:00Z",
    "Europe/Berlin,    2026-03-29T06:59:00Z, 2026-03-29T07:00:00Z",
    "Europe/Berlin,    2026-03-29T07:00:00Z, ",
    "Europe/Berlin,    2026-10-24T17:00:00Z, 2026-10-25T08:00:00Z",
    "Europe/Berlin,    2026-10-25T07:59:00Z, 2026-10-25T08:00:00Z",
    "Europe/Berlin,    2026-10-25T08:00:00Z, ",
  })
  void lettersLeaveFromNineToSevenWhereTheCustomerLives(String zone, Instant now, Instant opens) {
    ALetter.in(jdbc).inZone(zone).planned();
    clock.set(now);

    assertThat(claimed()).isEqualTo(opens == null ? 1 : 0);
    if (opens != null) {
      assertThat(held()).isEqualTo("OUTSIDE_HOURS");
      assertThat(until()).isEqualTo(opens);
      clock.set(opens);
      outbox.recover();
      assertThat(claimed()).isOne();
    }
  }

  @Test
  void oneMailboxGetsARungOnceInSixtyDaysWhoeverItBelongsTo() {
    sent(ALetter.in(jdbc).planned(), "2026-04-03T10:00:00Z");
    ALetter.in(jdbc).to("ANNA@example.org").planned();
    clock.set(Instant.parse("2026-06-02T09:59:00Z"));

    assertThat(claimed()).isZero();
    assertThat(held()).isEqualTo("SAME_MAILBOX");
    clock.set(Instant.parse("2026-06-02T10:00:00Z"));
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  @Test
  void aMailboxGetsOneLetterInThreeDays() {
    sent(ALetter.in(jdbc).planned(), "2026-05-29T10:01:00Z");
    ALetter.in(jdbc).ofRung(2).planned();

    assertThat(claimed()).isZero();
    assertThat(held()).isEqualTo("CAP");
    assertThat(until()).isEqualTo(Instant.parse("2026-06-01T10:01:00Z"));
    clock.forward(Duration.ofMinutes(1));
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  @Test
  void aMailboxGetsFourLettersInThirtyDays() {
    for (var day : new String[] {"2026-05-05", "2026-05-10", "2026-05-15", "2026-05-20"}) {
      sent(ALetter.in(jdbc).ofRung(3).planned(), day + "T10:00:00Z");
    }
    ALetter.in(jdbc).ofRung(2).planned();

    assertThat(claimed()).isZero();
    assertThat(until()).isEqualTo(Instant.parse("2026-06-04T10:00:00Z"));
  }

  /** The day before, and the moment, of each cap as the firm has set it. */
  @Test
  void theCapsOfAMailboxAreThoseThatTheFirmHasSet() {
    jdbc.sql("update sending set mailbox_gap = 10, mailbox_letters = 2, mailbox_days = 20")
        .update();
    sent(ALetter.in(jdbc).ofRung(3).planned(), "2026-05-22T10:01:00Z");
    ALetter.in(jdbc).ofRung(2).planned();
    assertThat(claimed()).as("nine days and a bit").isZero();
    assertThat(held()).isEqualTo("CAP");
    assertThat(until()).isEqualTo(Instant.parse("2026-06-01T10:01:00Z"));
    sent(ALetter.in(jdbc).ofRung(3).planned(), "2026-05-13T10:00:00Z");
    clock.forward(Duration.ofMinutes(1));
    outbox.recover();
    assertThat(claimed()).as("the second of twenty days").isZero();
    assertThat(until()).isEqualTo(Instant.parse("2026-06-02T10:00:00Z"));
    clock.set(Instant.parse("2026-06-02T10:00:00Z"));
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  @Test
  void theSameLetterComesOnceInTheDaysThatTheFirmHasSet() {
    jdbc.sql("update sending set mailbox_same = 5, mailbox_gap = 1").update();
    sent(ALetter.in(jdbc).planned(), "2026-05-27T10:01:00Z");
    ALetter.in(jdbc).to("ANNA@example.org").planned();
    assertThat(claimed()).isZero();
    assertThat(held()).isEqualTo("SAME_MAILBOX");
    assertThat(until()).isEqualTo(Instant.parse("2026-06-01T10:01:00Z"));
    clock.forward(Duration.ofMinutes(1));
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  /** What waits because of a cap is judged again when the cap changes, and by the new one. */
  @Test
  void aWiderCapLetsGoWhatWaited() {
    sent(ALetter.in(jdbc).planned(), "2026-05-30T10:00:00Z");
    ALetter.in(jdbc).ofRung(2).planned();
    assertThat(claimed()).isZero();
    var manager = stories.manager();
    var read = rules.settings(manager);
    rules.change(
        new SendingSettings(
            null,
            null,
            null,
            new MailboxCaps(2, 4, 30, 60),
            false,
            true,
            List.of(),
            false,
            read.version()),
        manager);
    assertThat(claimed()).isOne();
  }

  /** hold.md, I22: letters and talks together; the cap defers and says until when. */
  @Test
  void aCustomerHearsFromUsSixTimesInThirtyDaysOverAllChannels() {
    ALetter.in(jdbc).planned();
    for (int day = 3; day <= 8; day++) {
      jdbc.sql(
              """
              insert into contact (customer_id, source, external_id, contacted_at, channel, direction)
              select id, 't', :day, cast('2026-05-01 12:00+02' as timestamptz) + make_interval(days => :day), 'phone',
                     case when :day = 8 then 'in' else 'out' end
                from customer
              """)
          .param("day", day)
          .update();
    }
    assertThat(claimed()).as("five talks, and one that he began").isOne();
    jdbc.sql("update letter set state = 'PLANNED'").update();
    jdbc.sql("update contact set direction = 'out'").update();

    assertThat(claimed()).isZero();
    assertThat(held()).isEqualTo("CONTACT_CAP");
    assertThat(until()).isEqualTo(Instant.parse("2026-06-03T10:00:00Z"));
    clock.set(Instant.parse("2026-06-03T10:00:00Z"));
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  @Test
  void aTrialWritesToChosenMailboxesAndDomains() {
    jdbc.sql("update sending set trial = '{@shop.example,b@example.org}'").update();
    ALetter.in(jdbc).to(" B@Example.org").planned();
    ALetter.in(jdbc).to("who@SHOP.example").planned();
    ALetter.in(jdbc).to("who@notshop.example").planned();

    assertThat(claimed()).isEqualTo(2);
    assertThat(held()).isEqualTo("TRIAL");
    jdbc.sql("update sending set trial = null").update();
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  @Test
  void twoLettersToOneMailboxClaimedTogetherDoNotBothLeave() {
    ALetter.in(jdbc).planned();
    ALetter.in(jdbc).ofRung(2).planned();
    var both = outbox.claim("a", 9, OutboxTest.LEASE);
    assertThat(both).hasSize(2);

    assertThat(announce(both.get(0))).isTrue();
    assertThat(announce(both.get(1))).isFalse();
    assertThat(held()).isEqualTo("CAP");
  }

  @Test
  void theLetterOfRepentanceGoesToWhoIsTwiceLost() {
    ALetter.in(jdbc).ofRung(0).planned();

    assertThat(claimed()).isOne();
  }

  private void sent(long id, String moment) {
    jdbc.sql(
            """
            update letter set state = 'SENT', sent_at = :at, announced_at = :at, address_hash = address_hash('anna@example.org')
             where id = :id
            """)
        .param("at", OffsetDateTime.parse(moment))
        .param("id", id)
        .update();
  }

  private boolean announce(DueLetter letter) {
    return outbox.announce(letter, OutboxTest.RENDERED, "a", OutboxTest.MARGIN, OutboxTest.LEASE);
  }

  private int claimed() {
    return outbox.claim("a", 9, OutboxTest.LEASE).size();
  }

  private String held() {
    return jdbc.sql("select hold_reason from letter where state = 'HELD'")
        .query(String.class)
        .single();
  }

  private Instant until() {
    return jdbc.sql("select hold_until from letter where state = 'HELD'")
        .query(Instant.class)
        .single();
  }
}
