package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.Stage;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * LET-22: every letter of a customer waits on the day of who has him until it is answered. It is
 * noon of Monday, 1 June 2026.
 */
@CoreTest
class RepliesTest {

  @Autowired Replies replies;
  @Autowired Contacts contacts;
  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  private Actor rep;

  @BeforeEach
  void aCustomerWritesOnFridayNight() {
    rep = stories.rep("rep");
    stories.aCustomer("C-1").ownedBy(rep).save();
    tell("a", "2026-05-29T20:00:00Z", true, Contact.Channel.EMAIL);
  }

  @Test
  void aLetterOfFridayNightIsAnsweredBeforeTheNoonOfMonday() {
    var one = replies.page(true, null, 10, rep).items().get(0);
    assertThat(one.dueAt()).isEqualTo("2026-06-01T10:00:00Z"); // noon in Berlin
    assertThat(one.overdue()).isFalse();
    assertThat(tasks.today(null, null, null, rep).waiting().replies()).hasSize(1);
    clock.forward(Duration.ofSeconds(1));
    assertThat(replies.page(true, null, 10, rep).items().get(0).overdue()).isTrue();
  }

  /**
   * What comes after hours is due sooner than what came before it, and is the one to begin with.
   */
  @Test
  void whatIsDueFirstComesFirst() {
    stories.aCustomer("C-2").ownedBy(rep).save();
    tell("C-2", "b", "2026-05-29T14:00:00Z", true, Contact.Channel.EMAIL);
    assertThat(replies.page(true, null, 10, rep).items())
        .extracting(ReplyRow::ref)
        .containsExactly("C-1", "C-2");
    var waiting = tasks.today(null, null, null, rep).waiting().replies();
    assertThat(waiting.get(0).dueAt()).isEqualTo("2026-06-01T10:00:00Z");
    assertThat(waiting.get(1).dueAt()).isEqualTo("2026-06-01T14:00:00Z");
  }

  @Test
  void aSecondLetterWaitsWithTheFirstAndTheFirstClockRuns() {
    tell("b", "2026-05-30T20:00:00Z", true, Contact.Channel.CHAT);
    var one = replies.page(true, null, 10, rep).items().get(0);
    assertThat(one.more()).isEqualTo(1);
    assertThat(one.cameAt()).isEqualTo("2026-05-29T20:00:00Z");
    assertThat(replies.count(true, rep)).isEqualTo(1);
  }

  @Test
  void whateverContactOfOursCameAfterItIsItsAnswer() {
    tell("b", "2026-05-29T19:59:00Z", false, Contact.Channel.EMAIL);
    assertThat(replies.count(true, rep)).isEqualTo(1);
    tell("c", "2026-05-29T20:01:00Z", false, Contact.Channel.PHONE);
    assertThat(replies.count(true, rep)).isZero();
  }

  @Test
  void aCallThatNobodyTookIsNoAnswerAndOneInWhichHeTalkedIs() {
    var lapse = desk.lapse(customer("C-1"), rep, "100", Stage.LOST);
    var call = desk.task(lapse, rep, TaskKind.CALL, clock.today());
    var next = tasks.log(call, CallLog.of(CallResult.NOT_THERE), rep).nextTask();
    assertThat(replies.count(true, rep)).isEqualTo(1);
    tasks.log(Objects.requireNonNull(next), CallLog.of(CallResult.TALKED), rep);
    assertThat(replies.count(true, rep)).isZero();
  }

  @Test
  void anAnswerByTelephoneIsOne() {
    var one = replies.page(true, null, 10, rep).items().get(0);
    replies.answer("C-1", one.contact(), "phone", "", rep);
    assertThat(replies.count(true, rep)).isZero();
  }

  private CustomerId customer(String ref) {
    return new CustomerId(
        jdbc.sql("select id from customer where ref = :ref")
            .param("ref", ref)
            .query(Long.class)
            .single());
  }

  @Test
  void answeringTwiceIsAnsweringOnceAndCanBeTakenBack() {
    var one = replies.page(true, null, 10, rep).items().get(0);
    replies.answer("C-1", one.contact(), "email", "sent the list", rep);
    replies.answer("C-1", one.contact(), "email", "sent the list", rep);
    assertThat(replies.count(true, rep)).isZero();
    replies.undo("C-1", one.contact(), rep);
    assertThat(replies.count(true, rep)).isEqualTo(1);
    assertThatThrownBy(() -> replies.answer("C-1", one.contact(), "pigeon", "", rep))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aCallOfHisIsNoLetterAndWhatIsOlderThanAMonthIsHistory() {
    replies.answer(
        "C-1", replies.page(true, null, 10, rep).items().get(0).contact(), "email", "", rep);
    tell("b", "2026-06-01T10:00:00Z", true, Contact.Channel.PHONE);
    assertThat(replies.count(true, rep)).isZero();
    stories.aCustomer("C-2").ownedBy(rep).save();
    tell("C-2", "c", "2026-05-02T10:00:00Z", true, Contact.Channel.EMAIL);
    assertThat(replies.count(true, rep)).isZero();
    tell("C-2", "d", "2026-05-02T10:00:01Z", true, Contact.Channel.EMAIL);
    assertThat(replies.count(true, rep)).isEqualTo(1);
  }

  @Test
  void anotherRepFindsNeitherTheLetterNorItsCustomer() {
    var other = stories.rep("rep2");
    long contact = replies.page(true, null, 10, rep).items().get(0).contact();
    assertThat(replies.count(false, other)).isZero();
    assertThatThrownBy(() -> replies.answer("C-1", contact, "email", "", other))
        .isInstanceOf(NotFound.class);
    assertThat(replies.count(false, stories.manager())).isEqualTo(1);
    assertThat(replies.count(true, stories.manager())).isZero();
  }

  private void tell(String own, String at, boolean incoming, Contact.Channel channel) {
    tell("C-1", own, at, incoming, channel);
  }

  private void tell(String ref, String own, String at, boolean incoming, Contact.Channel channel) {
    contacts.record(
        List.of(
            new Contact(
                0,
                ref,
                "test",
                own,
                Instant.parse(at),
                channel,
                incoming,
                null,
                null,
                false,
                false,
                false,
                "a word",
                null)));
  }
}
