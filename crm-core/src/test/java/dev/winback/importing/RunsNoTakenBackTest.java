package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Suppressions;
import dev.winback.customer.Suppressions.Reason;
import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I18: a run that is taken back takes its own "no" to letters with it, and nobody else's. */
@CoreTest
class RunsNoTakenBackTest {

  private static final String MAIL = "anna@example.org";

  @Autowired Loading loading;
  @Autowired Suppressions suppressions;
  @Autowired JdbcClient jdbc;

  @Test
  void whoCameWithTheRunIsWrittenToByTheCorrectedFile() {
    loading.takeBack(said("1", "no"));
    assertThat(suppressions.stopped(MAIL)).isFalse();
    said("1", "yes");
    assertThat(suppressions.stopped(MAIL)).isFalse();
  }

  @Test
  void whoIsNewAndSaysYesLiftsWhatAFileSaidOfTheMailboxBefore() {
    suppressions.stop(MAIL, Reason.NO_CONSENT, null);
    said("1", "yes");
    assertThat(suppressions.stopped(MAIL)).isFalse();
  }

  @Test
  void whoWasThereIsWhatHeWasWithMomentAndSource() {
    loading.load(
        "customer,email,email_consent,consent_at,consent_source\n1,"
            + MAIL
            + ",yes,2026-01-05,form\n2,bert@example.org,,,\n");
    var run = loading.load("customer,email_consent\n1,no\n2,no\n");
    assertThat(consent("1")).startsWith("false");
    assertThat(suppressions.stopped("bert@example.org")).isTrue();
    loading.takeBack(run);
    assertThat(consent("1")).isEqualTo("true 2026-01-05 form");
    assertThat(consent("2")).isEmpty();
    assertThat(suppressions.stopped(MAIL)).isFalse();
    assertThat(suppressions.stopped("bert@example.org")).isFalse();
  }

  @Test
  void aStatusThatWasAMistakeStopsNoMailboxAnyMore() {
    said("1", "yes");
    loading.takeBack(loading.load("customer,status\n1,never_contact\n"));
    assertThat(suppressions.stopped(MAIL)).isFalse();
    assertThat(consent("1")).startsWith("true");
  }

  @Test
  void whatThePersonSaidInBetweenStays() {
    var run = said("1", "yes");
    suppressions.stop(MAIL, Reason.UNSUBSCRIBED, null);
    loading.takeBack(loading.load("customer,status\n1,never_contact\n"));
    assertThat(suppressions.stopped(MAIL)).isTrue();
    assertThat(consent("1")).startsWith("false");
    loading.takeBack(run);
    assertThat(suppressions.stopped(MAIL)).isTrue();
  }

  @Test
  void aNoOfAnotherRecordKeepsTheMailboxStopped() {
    var run = said("1", "no");
    said("2", "no");
    loading.takeBack(run);
    assertThat(suppressions.stopped(MAIL)).isTrue();
  }

  @Test
  void ofTwoRunsTheNoGoesWithTheOneThatStood() {
    said("1", "yes");
    var first = loading.load("customer,email_consent\n1,no\n");
    var second = loading.load("customer,city\n1,Nice\n");
    loading.takeBack(first);
    assertThat(consent("1")).as("changed since").startsWith("false");
    assertThat(suppressions.stopped(MAIL)).isTrue();
    loading.takeBack(second);
    assertThat(consent("1")).startsWith("true");
    assertThat(suppressions.stopped(MAIL)).isFalse();
  }

  private ImportRun said(String customer, String consent) {
    return loading.load(
        "customer,email,email_consent\n%s,%s,%s\n".formatted(customer, MAIL, consent));
  }

  private String consent(String ref) {
    return jdbc.sql(
            """
            select concat_ws(' ', email_consent::text, (consent_at at time zone 'Europe/Berlin')::date, consent_source)
            from customer where ref = :ref
            """)
        .param("ref", ref)
        .query(String.class)
        .single();
  }
}
