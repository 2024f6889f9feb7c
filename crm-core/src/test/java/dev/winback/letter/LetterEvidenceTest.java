package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Customers;
import dev.winback.privacy.Disclosures;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * hold.md, I9 and Art. 7(1): each letter keeps why it was allowed, whatever becomes of consent and
 * switch, and says when a purchase that came to be known later would have kept it back.
 */
@CoreTest
class LetterEvidenceTest {

  private static final OffsetDateTime SAID = OffsetDateTime.parse("2025-04-03T10:00:00Z");

  @Autowired Outbox outbox;
  @Autowired Journal journal;
  @Autowired Letters letters;
  @Autowired Customers customers;
  @Autowired Disclosures disclosures;
  @Autowired Stories people;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void theFirmWritesToBuyersWhoSaidNothing() {
    jdbc.sql("update sending set soft_opt_in = true").update();
  }

  @Test
  void aLetterKeepsTheConsentByWhichItLeftWithItsMoment() {
    long id = ALetter.in(jdbc).planned();
    jdbc.sql("update customer set consent_at = :at").param("at", SAID).update();
    send();
    jdbc.sql("update customer set email_consent = false, consent_at = now()").update();
    assertThat(basis(id)).isEqualTo(new LetterBasis("consent", SAID.toInstant()));
  }

  @Test
  void whoSaidNothingWasWrittenToBecauseHeHadBought() {
    long id = ALetter.in(jdbc).withConsent(null).planned();
    assertThat(basis(id)).isNull();
    send();
    jdbc.sql("update sending set soft_opt_in = false").update();
    assertThat(basis(id)).isEqualTo(new LetterBasis("soft-opt-in", null));
  }

  @Test
  void whoAsksWhatIsKeptOfHimReadsItAndErasureTakesIt() {
    ALetter.in(jdbc).planned();
    jdbc.sql("update customer set consent_at = :at").param("at", SAID).update();
    send();
    var ref = jdbc.sql("select ref from customer").query(String.class).single();
    var told =
        disclosures.of(ref, people.manager()).parts().stream()
            .filter(part -> part.table().equals("letter"))
            .flatMap(part -> part.rows().stream())
            .toList();
    assertThat(told).singleElement().asString().contains("basis=", "consent", "2025-04-03");
    customers.erase(ref, people.manager());
    assertThat(
            jdbc.sql("select count(*) from letter where basis is null and consent_at is null")
                .query(Long.class)
                .single())
        .isOne();
  }

  @Test
  void aPurchaseThatCameToBeKnownLaterIsSaidOfTheLetter() {
    long id = ALetter.in(jdbc).planned();
    send();
    assertThat(late(id)).isNull();
    bought("interval '1 hour'", "interval '2 hours'");
    assertThat(late(id)).as("bought after it").isNull();
    bought("interval '-2 hours'", "interval '-1 hour'");
    assertThat(late(id)).as("known before it").isNull();
    bought("interval '-2 hours'", "interval '3 hours'");
    var sent = jdbc.sql("select sent_at from letter").query(Instant.class).single();
    assertThat(late(id))
        .isEqualTo(new LatePurchase(sent.minusSeconds(7_200), sent.plusSeconds(10_800)));
  }

  /** An order from the moment of the cart on would have stopped its reminder. */
  @Test
  void anOrderThatCameToBeKnownLaterIsSaidOfTheReminderOfACart() {
    long id = ALetter.in(jdbc).planned();
    send();
    jdbc.sql(
            """
            with left_behind as (
              insert into cart (customer_id, source, external_id, carted_at, items, currency)
              select customer_id, 'x', '1', sent_at - interval '3 hours', 'Tea', 'EUR' from letter returning id, customer_id),
            asked as (
              insert into prompt (customer_id, rung, about, cart_id) select customer_id, -11, 'cart-1', id from left_behind returning id)
            update letter set rung = -11, lapse_id = null, prompt_id = asked.id from asked
            """)
        .update();
    bought("interval '-4 hours'", "interval '3 hours'");
    assertThat(late(id)).as("before the cart").isNull();
    bought("interval '-2 hours'", "interval '3 hours'");
    assertThat(late(id)).isNotNull();
  }

  @Test
  void whatWasAnnouncedAndPutOffHasNoBasisBeforeItLeaves() {
    long id = ALetter.in(jdbc).planned();
    send();
    assertThat(basis(id)).isNotNull();
    jdbc.sql("update letter set state = 'PLANNED'").update();
    assertThat(basis(id)).isNull();
  }

  private void bought(String made, String told) {
    jdbc.sql(
            """
            insert into purchase (customer_id, purchased_at, received_at, source, external_id, amount, currency, status)
            select customer_id, sent_at + %s, sent_at + %s, 'x', gen_random_uuid()::text, 5, 'EUR', 'paid' from letter
            """
                .formatted(made, told))
        .update();
  }

  private void send() {
    var letter = outbox.claim("a", 1, OutboxTest.LEASE).get(0);
    var words = new RenderedLetter("s", "h", "t");
    assertThat(journal.announce(letter, words, "a", OutboxTest.MARGIN, OutboxTest.LEASE, at -> {}))
        .isTrue();
    journal.sent(letter.id(), "a", 250, "ok");
    journal.flush();
  }

  private LetterBasis basis(long id) {
    return letters.letter(new LetterId(id), people.manager()).basis();
  }

  private LatePurchase late(long id) {
    return letters.letter(new LetterId(id), people.manager()).late();
  }
}
