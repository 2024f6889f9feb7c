package dev.winback.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winback.customer.Customers;
import dev.winback.customer.Suppressions;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.task.Replies;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What comes back of letters has its effect once and on the right mailbox only (letters.md,
 * "Bounces, complaints, replies"; tests 10; LET-22, LET-23). It is noon of 1 June 2026.
 */
@CoreTest
class ArrivalsTest {

  private static final String ID = "<1.abc@shop.example>";

  @Autowired Arrivals arrivals;
  @Autowired Suppressions suppressions;
  @Autowired Replies replies;
  @Autowired Customers customers;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private long letter;

  @BeforeEach
  void aLetterThatLeft() {
    letter = sent("anna@example.org", ID);
  }

  private long sent(String address, String messageId) {
    long id = ALetter.in(jdbc).to(address).planned();
    jdbc.sql(
            """
            update letter set state = 'SENT', address = :address, address_hash = address_hash(:address), message_id = :message,
                   announced_at = :at, sent_at = :at where id = :id
            """)
        .param("address", address)
        .param("message", messageId)
        .param("at", clock.instant().minus(Duration.ofHours(1)).atOffset(java.time.ZoneOffset.UTC))
        .param("id", id)
        .update();
    return id;
  }

  private Clues byId(String... ids) {
    return new Clues(null, List.of(ids), null, null);
  }

  private Clues byNumber(long number, String recipient) {
    return new Clues(null, List.of(), number, recipient);
  }

  private boolean receive(String own, ArrivalKind kind, Clues clues, String status) {
    return arrivals.receive(
        new Arrival(
            own,
            kind,
            clock.instant(),
            clues,
            status,
            "550 no such user",
            "anna@example.org",
            "Re: We miss you",
            "I am back",
            "<a@b>"));
  }

  @ParameterizedTest
  @CsvSource({
    "5.1.1,dead,true",
    "5.1.10,dead,true",
    "5.4.4,dead,true",
    "5.2.1,dead,true",
    "5.1.8,refused,false",
    "5.2.2,full,false",
    "5.7.1,refused,false",
    "4.4.7,other,false",
    "5.0.0,other,false",
    "'',other,false"
  })
  void aReturnedLetterHasFailedAndOnlyADeadMailboxIsStopped(
      String status, String severity, boolean stopped) {
    for (int i = 0; i < 2; i++) {
      assertThat(receive("x", ArrivalKind.BOUNCE, byId(ID), status)).isTrue();
    }
    assertThat(state(letter)).isEqualTo("FAILED");
    assertThat(suppressions.stopped("anna@example.org")).isEqualTo(stopped);
    assertThat(one("select severity from arrival")).isEqualTo(severity);
    assertThat(one("select count(*)::text from arrival")).isEqualTo("1");
    assertThat(one("select (void_at is not null)::text from coupon")).isEqualTo("true");
    assertThat(one("select string_agg(coalesce(sender, ''), '') from arrival")).isEmpty();
  }

  @Test
  void aMailboxThatIsFullThreeTimesInThirtyDaysIsDead() {
    sent("anna@example.org", "<2.b@shop.example>");
    sent("anna@example.org", "<3.c@shop.example>");
    receive("x1", ArrivalKind.BOUNCE, byId(ID), "5.2.2");
    receive("x1b", ArrivalKind.BOUNCE, byId(ID), "5.2.2");
    receive("x2", ArrivalKind.BOUNCE, byId("<2.b@shop.example>"), "5.2.2");
    assertThat(suppressions.stopped("anna@example.org")).isFalse();
    clock.forward(Duration.ofDays(30).plusSeconds(1));
    receive("x3", ArrivalKind.BOUNCE, byId("<3.c@shop.example>"), "5.2.2");
    assertThat(suppressions.stopped("anna@example.org")).isFalse();
    clock.forward(Duration.ofSeconds(-1));
    receive("x4", ArrivalKind.BOUNCE, byId("<3.c@shop.example>"), "4.2.2");
    assertThat(suppressions.stopped("anna@example.org")).isTrue();
  }

  @Test
  void aNumberAloneIsGuessedAndCountsOnlyWithItsRecipient() {
    assertThat(receive("x", ArrivalKind.BOUNCE, byNumber(letter, "otto@example.org"), "5.1.1"))
        .isFalse();
    assertThat(receive("y", ArrivalKind.BOUNCE, Clues.NONE, "5.1.1")).isFalse();
    assertThat(receive("z", ArrivalKind.COMPLAINT, byId("<other@x>"), "")).isFalse();
    assertThat(one("select count(*)::text from suppression")).isEqualTo("0");
    assertThat(state(letter)).isEqualTo("SENT");
    assertThat(receive("w", ArrivalKind.BOUNCE, byNumber(letter, " Anna@Example.org "), "5.1.1"))
        .isTrue();
    assertThat(suppressions.stopped("anna@example.org")).isTrue();
  }

  @Test
  void whatNoTableTakesIsLeftOutOfWhatAStrangerSays() {
    var strange = new Clues(null, List.of("<a\0b@c>", ID), null, "an\0na@example.org");
    assertThat(receive("x", ArrivalKind.BOUNCE, strange, "5.1.\0001")).isTrue();
    assertThat(state(letter)).isEqualTo("FAILED");
  }

  @Test
  void theRecipientAloneMeansTheLastLetterOfTheWeekBefore() {
    var clues = new Clues(null, List.of(), null, "anna@example.org");
    clock.forward(Duration.ofDays(7));
    assertThat(receive("x", ArrivalKind.BOUNCE, clues, "5.1.1")).isFalse();
    clock.forward(Duration.ofHours(-2));
    assertThat(receive("y", ArrivalKind.BOUNCE, clues, "5.1.1")).isTrue();
  }

  @Test
  void aComplaintStopsTheMailboxAtOnceAndProvesThatTheLetterArrived() {
    jdbc.sql("update letter set state = 'IN_DOUBT', sent_at = null").update();
    for (int i = 0; i < 2; i++) {
      assertThat(receive("x", ArrivalKind.COMPLAINT, byId(ID), "")).isTrue();
    }
    assertThat(state(letter)).isEqualTo("SENT");
    assertThat(one("select reason from suppression")).isEqualTo("complaint");
    assertThat(one("select email_consent::text from customer")).isEqualTo("false");
  }

  /** I7: he has another address since. */
  @Test
  void aComplaintAboutALetterToAFormerAddressStopsThePresentOneToo() {
    jdbc.sql("update customer set email = 'berg@example.org'").update();
    receive("x", ArrivalKind.COMPLAINT, byId(ID), "");
    assertThat(suppressions.stopped("anna@example.org")).isTrue();
    assertThat(suppressions.stopped("berg@example.org")).isTrue();
    assertThat(one("select email_consent::text from customer")).isEqualTo("false");
  }

  @Test
  void threeComplaintsInAThousandLettersStopTheRungAndTwoDoNot() {
    jdbc.sql("update rung set mode = 'live', since = '2026-01-01' where number = 1").update();
    for (int i = 2; i <= 4; i++) {
      sent("c" + i + "@example.org", "<" + i + ".c@shop.example>");
    }
    others(996);
    receive("x2", ArrivalKind.COMPLAINT, byId("<2.c@shop.example>"), "");
    var rate = arrivals.rates(stories.marketing()).get(0);
    assertThat(rate.letters()).isEqualTo(1000);
    assertThat(rate.warns()).isTrue();
    receive("x3", ArrivalKind.COMPLAINT, byId("<3.c@shop.example>"), "");
    assertThat(one("select paused_because from rung where number = 1")).isNull();
    receive("x4", ArrivalKind.COMPLAINT, byId("<4.c@shop.example>"), "");
    assertThat(one("select paused_because from rung where number = 1")).isEqualTo("complaints");
    assertThat(arrivals.rates(stories.marketing()).get(0).pausedAt()).isNotNull();
  }

  @Test
  void aComplaintThatComesByTwoWaysIsOne() {
    receive("by mail", ArrivalKind.COMPLAINT, byId(ID), "");
    receive("by the provider", ArrivalKind.COMPLAINT, byId(ID), "");
    assertThat(one("select paused_because from rung where number = 1")).isNull();
    sent("otto@example.org", "<2.b@shop.example>");
    receive("another", ArrivalKind.COMPLAINT, byId("<2.b@shop.example>"), "");
    assertThat(one("select paused_because from rung where number = 1")).isEqualTo("complaints");
  }

  /** Neither of two readers who complain at the same moment is the only one. */
  @Test
  void twoComplaintsAtTheSameMomentStopTheRung() throws Exception {
    sent("otto@example.org", "<2.b@shop.example>");
    var other =
        transactions.execute(
            t -> {
              receive("x", ArrivalKind.COMPLAINT, byId(ID), "");
              var late =
                  CompletableFuture.supplyAsync(
                      () -> receive("y", ArrivalKind.COMPLAINT, byId("<2.b@shop.example>"), ""));
              await().until(() -> late.isDone() || somebodyWaits());
              return late;
            });
    other.get(10, TimeUnit.SECONDS);
    assertThat(one("select paused_because from rung where number = 1")).isEqualTo("complaints");
  }

  private boolean somebodyWaits() {
    return one("select (count(*) > 0)::text from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
        .equals("true");
  }

  @Test
  void aComplaintThatIsKnownIsWeighedWhenItIsToldAgain() {
    sent("otto@example.org", "<2.b@shop.example>");
    arrivals.take(complaint("x", ID));
    arrivals.take(complaint("y", "<2.b@shop.example>"));
    assertThat(one("select paused_because from rung where number = 1")).isNull();
    arrivals.receive(complaint("x", ID));
    assertThat(one("select paused_because from rung where number = 1")).isEqualTo("complaints");
  }

  private Arrival complaint(String own, String id) {
    return new Arrival(
        own, ArrivalKind.COMPLAINT, clock.instant(), byId(id), "", "", "", "", "", "");
  }

  @Test
  void aComplaintAboutALetterFromBeforeTheRungWentOnStopsItNoMore() {
    sent("otto@example.org", "<2.b@shop.example>");
    jdbc.sql("update letter set announced_at = announced_at - interval '1 day' where id = :id")
        .param("id", letter)
        .update();
    jdbc.sql("update rung set resumed_at = :at where number = 1")
        .param("at", clock.instant().minus(Duration.ofHours(2)).atOffset(java.time.ZoneOffset.UTC))
        .update();
    receive("x", ArrivalKind.COMPLAINT, byId("<2.b@shop.example>"), "");
    receive("y", ArrivalKind.COMPLAINT, byId(ID), "");
    assertThat(one("select paused_because from rung where number = 1")).isNull();
  }

  private void others(int number) {
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, announced_at, resend_of)
            select lapse_id, customer_id, rung, 'SENT', percent, template_id, due_on, announced_at, id
              from letter, generate_series(1, :number) where id = :id
            """)
        .param("number", number)
        .param("id", letter)
        .update();
  }

  @Test
  void aVacationNoticeIsNoAnswerAndNoContact() {
    jdbc.sql("update letter set state = 'IN_DOUBT'").update();
    assertThat(receive("x", ArrivalKind.AUTO, byId(ID), "")).isTrue();
    assertThat(receive("y", ArrivalKind.AUTO, Clues.NONE, "")).isTrue();
    assertThat(one("select count(*)::text from contact")).isEqualTo("0");
    assertThat(replies.count(false, stories.manager())).isZero();
    assertThat(state(letter)).isEqualTo("SENT");
  }

  @Test
  void anAnswerWaitsForOursWithItsSubjectAndThread() {
    for (int i = 0; i < 2; i++) {
      assertThat(receive("x", ArrivalKind.REPLY, byId(ID), "")).isTrue();
    }
    var reply = replies.page(false, null, 10, stories.manager()).items().get(0);
    assertThat(reply.note()).isEqualTo("Re: We miss you\n\nI am back");
    assertThat(reply.dueAt()).isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    assertThat(reply.sender()).isEqualTo("anna@example.org");
    assertThat(reply.subject()).isEqualTo("Re: We miss you");
    assertThat(reply.messageId()).isEqualTo("<a@b>");
  }

  @Test
  void whoWritesOfHisOwnIsKnownByHisAddress() {
    assertThat(receive("x", ArrivalKind.REPLY, Clues.NONE, "")).isTrue();
    jdbc.sql("update customer set email = 'other@example.org'").update();
    assertThat(receive("y", ArrivalKind.REPLY, Clues.NONE, "")).isFalse();
    assertThat(one("select count(*)::text from contact")).isEqualTo("1");
  }

  @Test
  void aPersonSaysWhoWroteAndTakesItBack() {
    receive("x", ArrivalKind.REPLY, byId("<other@x>"), "");
    jdbc.sql("update customer set email = 'other@example.org'").update();
    receive("y", ArrivalKind.REPLY, Clues.NONE, "");
    var manager = stories.manager();
    var waiting = arrivals.page(ArrivalFilter.of("unmatched", null), null, 10, manager).items();
    assertThat(waiting).extracting(ArrivalRow::words).containsExactly("I am back");
    var ref = one("select ref from customer");
    arrivals.assign(waiting.get(0).id(), ref, manager);
    assertThat(replies.page(false, null, 10, manager).items().get(0).messageId())
        .isEqualTo("<a@b>");
    arrivals.restore(waiting.get(0).id(), manager);
    arrivals.restore(waiting.get(0).id(), manager);
    assertThat(arrivals.count(ArrivalFilter.of("unmatched", null), manager)).isOne();
    arrivals.dismiss(waiting.get(0).id(), manager);
    assertThat(arrivals.count(ArrivalFilter.of("unmatched", null), manager)).isZero();
    assertThat(arrivals.clean()).isZero();
    clock.forward(Unmatched.KEPT);
    arrivals.restore(waiting.get(0).id(), manager);
    arrivals.dismiss(waiting.get(0).id(), manager);
    clock.forward(Unmatched.KEPT.plusSeconds(1));
    assertThatThrownBy(() -> arrivals.restore(waiting.get(0).id(), manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> arrivals.restore(-1, manager)).isInstanceOf(NotFound.class);
    assertThat(arrivals.clean()).isOne();
    assertThat(one("select string_agg(words, '') from arrival")).isNull();
  }

  @Test
  void anAnswerOfWhoIsErasedIsKeptOfNobody() {
    jdbc.sql("update letter set state = 'IN_DOUBT', sent_at = null").update();
    customers.erase(one("select ref from customer"), stories.manager());
    assertThat(receive("x", ArrivalKind.REPLY, byId(ID), "")).isFalse();
    assertThat(state(letter)).isEqualTo("SENT");
    assertThat(one("select count(*)::text from contact")).isEqualTo("0");
    assertThat(one("select count(*)::text from reply_mail")).isEqualTo("0");
  }

  @Test
  void whoIsErasedLeavesNoMailBehind() {
    receive("x", ArrivalKind.REPLY, byId(ID), "");
    jdbc.sql(
            "insert into arrival (own_id, kind, state, came_at, sender, words) values ('u', 'unknown', 'unmatched', now(), 'Anna@example.org', 'x')")
        .update();
    customers.erase(one("select ref from customer"), stories.manager());
    assertThat(one("select count(*)::text from reply_mail")).isEqualTo("0");
    assertThat(
            one("select string_agg(coalesce(sender, '') || coalesce(words, ''), '') from arrival"))
        .isEmpty();
  }

  private String state(long id) {
    return one("select state from letter where id = " + id);
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).optional().orElse(null);
  }
}
