package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Suppressions;
import dev.winback.customer.Suppressions.Reason;
import dev.winback.shared.Sql;
import dev.winback.testing.CoreTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I18: a run that is taken back takes its own "no" to letters with it, and nobody else's. */
@CoreTest
class RunsNoTakenBackTest {

  private static final String MAIL = "anna@example.org";

  @Autowired Facts facts;
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
  void whatThePersonSaidAfterTheFileIsOfNoRunAnyMore() {
    said("1", "yes");
    var run = loading.load("customer,status\n1,never_contact\n");
    var never =
        Map.of(
            "customer", "1", "time", "2026-05-01", "channel", "phone", "result", "never_contact");
    facts.record(ImportType.CONTACTS, List.of(never), null, loading.manager());
    loading.takeBack(run);
    assertThat(suppressions.stopped(MAIL)).isTrue();
    assertThat(status()).isEqualTo("never_contact");
  }

  @Test
  void whatThePersonSaidInACallStaysThoughAFileHadSaidItBefore() {
    said("1", "yes");
    var run = loading.load("customer,status\n1,never_contact\n");
    suppressions.stop(MAIL, Reason.OBJECTION, null);
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

  /** Else its letters would stand in line again, only to be ended once more. */
  @ParameterizedTest
  @CsvSource({"HARD_BOUNCE,0", "ERASED,0", "NO_CONSENT,1"})
  void aMailboxIsGivenBackOnlyWhenNothingElseStopsIt(Reason reason, int given) {
    long run = said("1", "no").id();
    suppressions.stop(MAIL, reason, null);
    jdbc.sql("update suppression set import_id = :run where reason = 'no_consent'")
        .param("run", run)
        .update();
    jdbc.sql("update customer set email_consent = null").update();
    var lifted =
        jdbc.sql(Sql.of(Suppressions.class, "lift-run.sql"))
            .param("import", run)
            .param("gone", new Long[0])
            .param("addresses", new String[] {MAIL})
            .query()
            .listOfRows();
    assertThat(lifted).hasSize(given);
  }

  private ImportRun said(String customer, String consent) {
    return loading.load(
        "customer,email,email_consent\n%s,%s,%s\n".formatted(customer, MAIL, consent));
  }

  private String status() {
    return jdbc.sql("select status from customer where ref = '1'").query(String.class).single();
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
