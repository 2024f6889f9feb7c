package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Suppressions;
import dev.winback.customer.Suppressions.Reason;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person of the firm writes down anew about letters is so for the mailbox as well. */
@CoreTest
class ConsentByHandTest {

  private static final String MAIL = "k-1@example.org";

  @Autowired Corrections corrections;
  @Autowired Suppressions suppressions;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired Loading loading;

  private Actor manager;

  @BeforeEach
  void aCustomer() {
    manager = stories.manager();
    stories.aCustomer("K-1").silentFor(121).ownedBy(stories.rep("ann")).consent(true).save();
  }

  private void correct(Map<String, String> fields) {
    corrections.correct("K-1", fields, null, manager);
  }

  private void agreed() {
    correct(Map.of("email_consent", "yes", "consent_source", "call of 3 May"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"UNSUBSCRIBED", "OBJECTION", "BY_HAND", "NO_CONSENT"})
  void aNewYesWithItsSourceLiftsWhatHeOrAFileHadSaid(Reason reason) {
    suppressions.stop(MAIL, reason, null);
    jdbc.sql("update customer set email_consent = false").update();
    agreed();
    assertThat(suppressions.stopped(MAIL)).isFalse();
    if (reason != Reason.NO_CONSENT) {
      assertThat(one("select detail::text from audit where action = 'customer.letters-allowed'"))
          .contains(reason.code());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"COMPLAINT", "HARD_BOUNCE"})
  void aMailboxThatAnswersLettersWithTroubleStaysStopped(Reason reason) {
    suppressions.stop(MAIL, reason, null);
    jdbc.sql("update customer set email_consent = false").update();
    agreed();
    assertThat(suppressions.stopped(MAIL)).isTrue();
  }

  @Test
  void whoSavesAYesThatStoodLiftsNothing() {
    suppressions.stop("other@example.org", Reason.UNSUBSCRIBED, null);
    correct(Map.of("email", "other@example.org", "email_consent", "yes"));
    assertThat(suppressions.stopped("other@example.org")).isTrue();
  }

  @Test
  void neverContactThatWasAMistakeStopsNothingWhenItIsSetBack() {
    correct(Map.of("status", "never_contact"));
    assertThat(suppressions.stopped(MAIL)).isTrue();
    agreed();
    assertThat(suppressions.stopped(MAIL)).as("he wants no contact").isTrue();
    correct(Map.of("email_consent", "no"));
    correct(Map.of("status", "active"));
    assertThat(suppressions.stopped(MAIL)).isFalse();
    assertThat(one("select email_consent from customer"))
        .as("a yes says its source")
        .isEqualTo("f");
  }

  @Test
  void leavingNeverContactDoesNotTakeBackAnUnsubscribe() {
    suppressions.stop(MAIL, Reason.UNSUBSCRIBED, null);
    correct(Map.of("status", "never_contact"));
    correct(Map.of("status", "active"));
    assertThat(suppressions.stopped(MAIL)).isTrue();
    agreed();
    assertThat(suppressions.stopped(MAIL)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"K-1,yes", "K-9,yes"})
  void noFileLiftsWhatHeSaidHimself(String ref, String consent) {
    suppressions.stop(MAIL, Reason.UNSUBSCRIBED, null);
    loading.load("customer,email,email_consent\n%s,%s,%s\n".formatted(ref, MAIL, consent));
    assertThat(suppressions.stopped(MAIL)).isTrue();
  }

  @Test
  void anotherRecordThatWantsNoContactKeepsTheMailboxStopped() {
    loading.load("customer,email,status\nK-2," + MAIL + ",never_contact\n");
    correct(Map.of("email_consent", "no"));
    agreed();
    assertThat(suppressions.stopped(MAIL)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "merged_into = (select id from customer where ref = 'K-1')",
    "erased_at = now()",
  })
  void aRecordThatIsNoneAnyMoreKeepsNothingStopped(String gone) {
    loading.load("customer,email,status\nK-2," + MAIL + ",never_contact\n");
    jdbc.sql("update customer set " + gone + " where ref = 'K-2'").update();
    correct(Map.of("email_consent", "no"));
    agreed();
    assertThat(suppressions.stopped(MAIL)).isFalse();
  }

  private String one(String sql) {
    return String.valueOf(jdbc.sql(sql).query(String.class).optional().orElse(null));
  }
}
