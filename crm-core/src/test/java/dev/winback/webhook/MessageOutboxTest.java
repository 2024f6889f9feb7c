package dev.winback.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a message is tried again, when no more, and who may try it (Standard Webhooks). */
@CoreTest
class MessageOutboxTest {

  private static final Answer TAKEN = new Answer(204, "");
  private static final Answer BROKEN = new Answer(500, "oops");

  @Autowired MessageOutbox outbox;
  @Autowired Deliveries deliveries;
  @Autowired Webhooks webhooks;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor admin;
  private long webhook;

  @BeforeEach
  void start() {
    admin = stories.admin();
    webhook = Told.address(jdbc, "https://a.example", "lapse.opened");
  }

  @Test
  void theTriesComeAfterTheScheduleAndTheTenthIsTheLast() {
    deliveries.test(webhook, admin);
    var waits = new ArrayList<Long>();
    for (int i = 0; i < 10; i++) {
      fail(BROKEN);
      waits.add(waits());
      assertThat(outbox.take("b")).as("rests").isEmpty();
      now();
    }
    assertThat(waits.subList(0, 9))
        .containsExactly(5L, 300L, 1800L, 7200L, 18000L, 36000L, 50400L, 72000L, 86400L);
    assertThat(state()).isEqualTo("failed");
    assertThat(outbox.take("b")).isEmpty();
  }

  @Test
  void aMessageKeepsItsIdAndIsSignedAnew() {
    deliveries.test(webhook, admin);
    var first = fail(BROKEN);
    now();
    var second = next();
    assertThat(second.headers().get("webhook-id")).isEqualTo(first.headers().get("webhook-id"));
    assertThat(second.body()).isEqualTo(first.body());
    outbox.tried(second, TAKEN);
    outbox.tried(second, BROKEN);
    assertThat(state()).as("a late word changes nothing").isEqualTo("sent");
  }

  @Test
  void anAddressBelongsToOneSenderUntilItsLeaseIsOver() {
    deliveries.test(webhook, admin);
    assertThat(outbox.take("a")).contains(webhook);
    assertThat(outbox.take("b")).isEmpty();
    assertThat(outbox.next(webhook, "b")).isEmpty();
    jdbc.sql("update webhook set lease_until = clock_timestamp() - interval '1 second'").update();
    assertThat(outbox.take("b")).contains(webhook);
    assertThat(outbox.next(webhook, "a")).isEmpty();
    assertThat(outbox.next(webhook, "b")).isPresent();
  }

  @Test
  void anAddressThatFailsFiveDaysIsSwitchedOffAndOneThatFailsLessIsNot() {
    Told.test(deliveries, webhook, 2, admin);
    fail(BROKEN);
    failingSince("4 days 23 hours");
    now();
    fail(BROKEN);
    assertThat(webhooks.one(webhook, admin).state()).isEqualTo("on");
    failingSince("5 days 1 second");
    now();
    fail(BROKEN);
    assertThat(webhooks.one(webhook, admin).state()).isEqualTo("failing");
    assertThat(outbox.take("b")).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from audit where action = 'webhook.disabled'")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    webhooks.switchOn(webhook, admin);
    now();
    assertThat(next()).as("what waited goes on").isNotNull();
  }

  @Test
  void aSuccessBeginsTheFiveDaysAnew() {
    Told.test(deliveries, webhook, 2, admin);
    fail(BROKEN);
    failingSince("6 days");
    now();
    outbox.tried(next(), TAKEN);
    assertThat(webhooks.one(webhook, admin).failingSince()).isNull();
    assertThat(webhooks.one(webhook, admin).active()).isTrue();
  }

  @Test
  void goneSwitchesOffAtOnce() {
    deliveries.test(webhook, admin);
    fail(new Answer(410, "gone"));
    assertThat(webhooks.one(webhook, admin).state()).isEqualTo("gone");
    assertThat(state()).isEqualTo("failed");
  }

  @Test
  void aChangedSecretSignsBesideTheOldOneForADay() {
    deliveries.test(webhook, admin);
    assertThat(signatures()).hasSize(1);
    webhooks.changeSecret(webhook, admin);
    assertThat(signatures()).hasSize(2);
    jdbc.sql("update webhook set old_secret_until = clock_timestamp() - interval '1 second'")
        .update();
    assertThat(signatures()).hasSize(1);
  }

  @Test
  void aMessageIsSentAgainByHandUnderItsIdAndAStrangersIsNotFound() {
    deliveries.test(webhook, admin);
    var message = next();
    outbox.tried(message, TAKEN);
    outbox.release(webhook, "a");
    deliveries.again(webhook, message.delivery(), admin);
    deliveries.again(webhook, message.delivery(), admin);
    assertThat(next().headers().get("webhook-id")).isEqualTo(message.headers().get("webhook-id"));
    long other = Told.address(jdbc, "https://b.example", "lapse.opened");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> deliveries.again(other, message.delivery(), admin))
        .isInstanceOf(dev.winback.shared.NotFound.class);
  }

  @Test
  void whatIsSwitchedOffOrRemovedMeanwhileIsNotSent() {
    deliveries.test(webhook, admin);
    assertThat(outbox.take("a")).isPresent();
    webhooks.switchOff(webhook, admin);
    assertThat(outbox.next(webhook, "a")).isEmpty();
    webhooks.switchOn(webhook, admin);
    webhooks.remove(webhook, admin);
    assertThat(outbox.next(webhook, "a")).isEmpty();
    webhooks.restore(webhook, admin);
    assertThat(outbox.next(webhook, "a")).isPresent();
  }

  @Test
  void theAddressesTakeTurns() {
    long other = Told.address(jdbc, "https://b.example", "lapse.opened");
    Told.test(deliveries, webhook, 3, admin);
    Told.test(deliveries, other, 3, admin);
    var turns = new ArrayList<Long>();
    for (int i = 0; i < 4; i++) {
      long taken = outbox.take("a").orElseThrow();
      turns.add(taken);
      outbox.release(taken, "a");
    }
    assertThat(turns).isEqualTo(List.of(webhook, other, webhook, other));
  }

  @Test
  void whatWasDoneWithAMonthAgoIsForgotten() {
    Told.test(deliveries, webhook, 3, admin);
    outbox.tried(next(), TAKEN);
    outbox.tried(next(), TAKEN);
    jdbc.sql(
            "update webhook_delivery set done_at = clock_timestamp() - interval '30 days 1 minute' where id = 1")
        .update();
    assertThat(outbox.clean()).isEqualTo(1);
    assertThat(outbox.clean()).isZero();
  }

  private List<String> signatures() {
    var message = next();
    outbox.release(webhook, "a");
    return List.of(message.headers().get("webhook-signature").split(" "));
  }

  private DueMessage fail(Answer answer) {
    var message = next();
    outbox.tried(message, answer);
    outbox.release(webhook, "a");
    return message;
  }

  private DueMessage next() {
    outbox.take("a");
    return outbox.next(webhook, "a").orElseThrow();
  }

  private void now() {
    jdbc.sql("update webhook_delivery set next_attempt_at = clock_timestamp() where state = 'due'")
        .update();
    jdbc.sql("update webhook set paused_until = null").update();
  }

  private void failingSince(String interval) {
    jdbc.sql("update webhook set failing_since = clock_timestamp() - :since::interval")
        .param("since", interval)
        .update();
  }

  private long waits() {
    return jdbc.sql(
            """
            select round(extract(epoch from next_attempt_at - attempted_at)) from webhook_delivery
            """)
        .query(Long.class)
        .single();
  }

  private String state() {
    return jdbc.sql("select state from webhook_delivery").query(String.class).single();
  }
}
