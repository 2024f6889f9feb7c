package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Suppressions;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way out of letters: I7 and T47 of hold.md, test 4 of letters.md; what a reader may ask for
 * beside an end.
 */
@CoreTest
class WayOutTest {

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final RenderedLetter WORDS = new RenderedLetter("s", "h", "t");

  @Autowired Unsubscribes unsubscribes;
  @Autowired Suppressions suppressions;
  @Autowired Outbox outbox;
  @Autowired Journal journal;
  @Autowired SignedLinks links;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void aHundredThousandGuessesFindNothing() {
    ALetter.in(jdbc).planned();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    var key = jdbc.sql("select id from signing_key").query(Short.class).single();
    assertThat(unsubscribes.way(token(letter))).isPresent();
    var random = new SplittableRandom(7);
    var encoder = Base64.getUrlEncoder().withoutPadding();
    int found = 0;
    for (int i = 0; i < Integer.getInteger("guesses", 100_000); i++) {
      var guess = ByteBuffer.allocate(26).putShort(key).putLong(letter.id().value());
      guess.putLong(random.nextLong()).putLong(random.nextLong());
      found += links.unsubscribed(encoder.encodeToString(guess.array())).isPresent() ? 1 : 0;
    }
    assertThat(found).isZero();
  }

  @Test
  void noLetterBeginsAfterItsReaderHasOptedOut() throws Exception {
    int number = Integer.getInteger("letters.in.flight", 250);
    plan(number);
    var letters = new java.util.ArrayList<DueLetter>();
    // a receiver gets some hundred at a time
    for (int i = 0; i < 4; i++) {
      letters.addAll(outbox.claim("a", number, LEASE));
    }
    assertThat(letters).hasSize(number);
    Map<Long, Boolean> out = new ConcurrentHashMap<>();
    var late = new AtomicInteger();
    var begun = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(8);
    try {
      var work = new java.util.ArrayList<Future<?>>();
      for (int t = 0; t < 4; t++) {
        int from = t;
        work.add(threads.submit(() -> every(letters, from, letter -> optOut(letter, out))));
        work.add(
            threads.submit(
                () -> every(reversed(letters), from, letter -> begin(letter, out, begun, late))));
      }
      for (var one : work) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(late).hasValue(0);
    assertThat(begun.get()).isBetween(1, number - 1);
    var announced =
        jdbc.sql("select count(*) from letter where announced_at is not null")
            .query(Integer.class)
            .single();
    assertThat(announced).isEqualTo(begun.get());
  }

  private static List<DueLetter> reversed(List<DueLetter> letters) {
    var other = new java.util.ArrayList<>(letters);
    java.util.Collections.reverse(other);
    return other;
  }

  private void optOut(DueLetter letter, Map<Long, Boolean> out) {
    unsubscribes.unsubscribe(token(letter));
    out.put(letter.id().value(), true);
  }

  private void begin(
      DueLetter letter, Map<Long, Boolean> out, AtomicInteger begun, AtomicInteger late) {
    boolean wasOut = out.containsKey(letter.id().value());
    if (journal.announce(letter, WORDS, "a", Duration.ofSeconds(5), LEASE, at -> {})) {
      begun.incrementAndGet();
      late.addAndGet(wasOut ? 1 : 0);
    }
  }

  private static void every(
      List<DueLetter> letters, int from, java.util.function.Consumer<DueLetter> act) {
    IntStream.range(0, letters.size())
        .filter(i -> i % 4 == from)
        .forEach(i -> act.accept(letters.get(i)));
  }

  private void plan(int number) {
    ALetter.in(jdbc).to("a1@example.org").planned();
    jdbc.sql(
            """
            with c as (
              insert into customer (ref, name, email, email_consent)
              select 'C-' || n, 'Anna Berg', 'a' || n || '@example.org', true from generate_series(2, :number) n
              returning id
            ), l as (
              insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
              select id, 1, 'LATE', '2026-05-30', 'silent', '2026-03-01', 100, 'EUR' from c
              returning id, customer_id
            )
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
            select l.id, l.customer_id, 1, 'PLANNED', 0, r.template_id, '2026-05-30' from l, rung r where r.number = 1
            """)
        .param("number", number)
        .update();
  }

  @Test
  void aPauseHoldsLettersForNinetyDaysAndNoLonger() {
    ALetter.in(jdbc).planned();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    assertThat(unsubscribes.pause(token(letter))).isTrue();
    assertThat(unsubscribes.pause(token(letter))).isTrue();
    assertThat(begins(letter)).isFalse();
    assertThat(hold()).isEqualTo("HELD ASKED_QUIET");
    clock.forward(Unsubscribes.PAUSE.minusSeconds(1));
    outbox.recover();
    assertThat(outbox.claim("a", 1, LEASE)).isEmpty();
    clock.forward(Duration.ofSeconds(1));
    outbox.recover();
    assertThat(outbox.claim("a", 1, LEASE)).hasSize(1);
    assertThat(unsubscribes.way(token(letter)).orElseThrow().restsUntil()).isNull();
  }

  @Test
  void whoWantsLettersAboutHisCartOnlyGetsNoOtherUntilHeChangesHisMind() {
    ALetter.in(jdbc).planned();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    assertThat(unsubscribes.cartsOnly(token(letter))).isTrue();
    assertThat(unsubscribes.way(token(letter)).orElseThrow().cartsOnly()).isTrue();
    assertThat(begins(letter)).isFalse();
    assertThat(hold()).isEqualTo("HELD ASKED_QUIET");
    assertThat(unsubscribes.undo(token(letter))).contains(true);
    assertThat(unsubscribes.way(token(letter)).orElseThrow().cartsOnly()).isFalse();
    jdbc.sql("update letter set state = 'PLANNED', hold_reason = null").update();
    assertThat(outbox.claim("a", 1, LEASE)).hasSize(1);
  }

  @Test
  void anEndIsStrongerThanAPause() {
    ALetter.in(jdbc).planned();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    unsubscribes.pause(token(letter));
    unsubscribes.unsubscribe(token(letter));
    assertThat(unsubscribes.way(token(letter)).orElseThrow().stopped()).isTrue();
    jdbc.sql("update suppression set created_at = created_at - interval '11 minutes'").update();
    assertThat(unsubscribes.undo(token(letter))).contains(false);
    assertThat(begins(letter)).isFalse();
  }

  /** I7: he has another address since, in our books alone. */
  @Test
  void whoOptsOutOfALetterToHisFormerAddressGetsNoneAtTheNewOne() {
    ALetter.in(jdbc).planned();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    jdbc.sql("update letter set address = 'anna@example.org'").update();
    jdbc.sql("update customer set email = 'berg@example.org'").update();
    unsubscribes.unsubscribe(token(letter));
    assertThat(suppressions.stopped("anna@example.org")).isTrue();
    assertThat(suppressions.stopped("berg@example.org")).isTrue();
    assertThat(unsubscribes.undo(token(letter))).contains(true);
    assertThat(suppressions.stopped("berg@example.org")).isFalse();
    assertThat(jdbc.sql("select email_consent from customer").query(Boolean.class).single())
        .isTrue();
  }

  @Test
  void whoHasLeftHisFirmDoesNotStopTheLettersToHisSuccessor() {
    ALetter.in(jdbc).planned();
    var letter = outbox.claim("a", 1, LEASE).get(0);
    jdbc.sql("update letter set address = 'anna@example.org'").update();
    jdbc.sql(
            """
            insert into person (customer_id, source, external_id, first_name, email, left_on)
            select id, 'test', '1', 'Anna', 'anna@example.org', date '2026-05-01' from customer
            """)
        .update();
    jdbc.sql("update customer set email = 'berg@example.org'").update();
    unsubscribes.unsubscribe(token(letter));
    assertThat(suppressions.stopped("anna@example.org")).isTrue();
    assertThat(suppressions.stopped("berg@example.org")).isFalse();
  }

  private boolean begins(DueLetter letter) {
    return outbox.announce(letter, WORDS, "a", Duration.ofSeconds(5), LEASE);
  }

  private String hold() {
    return jdbc.sql("select state || ' ' || hold_reason from letter").query(String.class).single();
  }

  private static String token(DueLetter letter) {
    return letter.content().unsubscribeUrl().replaceFirst(".*/", "");
  }
}
