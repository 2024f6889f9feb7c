package dev.winback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I7, LET-10: who said stop gets nothing, under whichever record his mailbox is kept. */
@CoreTest
class SuppressionsTest {

  @Autowired Suppressions suppressions;
  @Autowired JdbcClient jdbc;

  @Test
  void stopsTheMailboxInAnyCaseForEveryRecordThatHasIt() {
    customer("1", "Anna@Example.org", true);
    customer("2", "anna@example.org", null);
    customer("3", "anna+tag@example.org", true);

    suppressions.stop(" anna@EXAMPLE.org ", Suppressions.Reason.UNSUBSCRIBED, null);
    suppressions.stop("anna@example.org", Suppressions.Reason.UNSUBSCRIBED, null);

    assertThat(suppressions.stopped("ANNA@example.org")).isTrue();
    assertThat(suppressions.stopped("anna+tag@example.org")).isFalse();
    assertThat(consents()).containsExactly("false unsubscribed", "false unsubscribed", "true null");
    assertThat(jdbc.sql("select count(*) from suppression").query(Long.class).single()).isOne();
  }

  @Test
  void aBounceStopsTheMailboxAndLeavesTheConsent() {
    customer("1", "anna@example.org", true);

    suppressions.stop("anna@example.org", Suppressions.Reason.HARD_BOUNCE, null);

    assertThat(suppressions.stopped("anna@example.org")).isTrue();
    assertThat(consents()).containsExactly("true null");
  }

  @Test
  void anUndoGivesEachRecordBackWhatItSaid() {
    customer("1", "anna@example.org", true);
    customer("2", "anna@example.org", null);
    suppressions.stop("anna@example.org", Suppressions.Reason.UNSUBSCRIBED, null);

    assertThat(restore()).isTrue();
    assertThat(restore()).isFalse();

    assertThat(suppressions.stopped("anna@example.org")).isFalse();
    assertThat(consents()).containsExactly("true undo", "null undo");
  }

  @Test
  void anUndoComesTooLateAfterTenMinutes() {
    customer("1", "anna@example.org", true);
    suppressions.stop("anna@example.org", Suppressions.Reason.UNSUBSCRIBED, null);
    jdbc.sql("update suppression set created_at = created_at - interval '601 seconds'").update();

    assertThat(restore()).isFalse();
    assertThat(suppressions.stopped("anna@example.org")).isTrue();
  }

  @Test
  void onlyPlainAddressesAreWrittenTo() {
    assertThat(sendable("anna@example.org")).isTrue();
    assertThat(sendable("o'neil+shop@mail.example.co.uk")).isTrue();
    for (var bad :
        new String[] {
          "anna",
          "anna@",
          "@example.org",
          "anna@localhost",
          "a b@example.org",
          "\"a\"@example.org",
          "a@example.org\nBcc: b@example.org",
          "a@example.org,b@example.org",
          "änna@example.org",
          "anna@exämple.org",
          "a..b@example.org",
          "a@-example.org",
          "a@" + "x".repeat(255) + ".org"
        }) {
      assertThat(sendable(bad)).as(bad).isFalse();
    }
  }

  @Test
  void aZoneNobodyKnowsFallsBackToTheFirms() {
    assertThat(zone("America/New_York")).isEqualTo("America/New_York");
    assertThat(zone("Mars/Olympus")).isEqualTo("Europe/Berlin");
    assertThat(zone("")).isEqualTo("Europe/Berlin");
  }

  private boolean restore() {
    return suppressions.restore(
        "anna@example.org", Suppressions.Reason.UNSUBSCRIBED, Duration.ofMinutes(10));
  }

  private boolean sendable(String address) {
    return jdbc.sql("select sendable(:a)").param("a", address).query(Boolean.class).single();
  }

  private String zone(String zone) {
    return jdbc.sql("select zone_or(:z, 'Europe/Berlin')")
        .param("z", zone)
        .query(String.class)
        .single();
  }

  private java.util.List<String> consents() {
    return jdbc.sql(
            "select coalesce(email_consent::text, 'null') || ' ' || coalesce(consent_source, 'null') from customer order by id")
        .query(String.class)
        .list();
  }

  private void customer(String ref, String email, Boolean consent) {
    jdbc.sql("insert into customer (ref, email, email_consent) values (:ref, :email, :consent)")
        .param("ref", ref)
        .param("email", email)
        .param("consent", consent)
        .update();
  }
}
