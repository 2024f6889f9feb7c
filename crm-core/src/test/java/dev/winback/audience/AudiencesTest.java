package dev.winback.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Suppressions;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** LET-28: an audience has only who said yes, and names nobody. It is noon of 1 June 2026. */
@CoreTest
class AudiencesTest {

  @Autowired Audiences audiences;
  @Autowired Suppressions suppressions;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void onlyWhoSaidYesAndIsOnNoStopListIsInTheAudience() {
    ALetter.in(jdbc).to("Yes@example.org").planned();
    ALetter.in(jdbc).to("no@example.org").withConsent(false).planned();
    ALetter.in(jdbc).to("silent@example.org").withConsent(null).planned();
    ALetter.in(jdbc).to("bounced@example.org").planned();
    suppressions.stop("bounced@example.org", Suppressions.Reason.HARD_BOUNCE, null);
    ALetter.in(jdbc).to("gone@example.org").planned();
    jdbc.sql("update customer set status = 'left' where email = 'gone@example.org'").update();

    // sha256 of yes@example.org
    var hash =
        jdbc.sql("select encode(sha256('yes@example.org'), 'hex')").query(String.class).single();
    assertThat(rows("lost", null, null)).extracting(AudienceRow::emailHash).containsExactly(hash);
    assertThat(
            audiences.count(AudienceFilter.of("lost", null, null, null, null), stories.marketing()))
        .isOne();
    assertThat(rows("returned", null, null)).isEmpty();
    assertThat(rows("all", null, null)).hasSize(1);
  }

  @Test
  void placeAndAgeNarrowItAtTheirLimits() {
    ALetter.in(jdbc).planned();
    jdbc.sql(
            "update customer set city = 'Lyon', birthday = '1986-06-01', hobbies = 'tea', phone_e164 = '+33123456789'")
        .update();
    var row = rows("lost", "LYON", 40).get(0);
    assertThat(row.age()).isEqualTo(40);
    assertThat(row.interests()).isEqualTo("tea");
    assertThat(row.phoneHash()).hasSize(64).doesNotContain("33123456789");
    assertThat(rows("lost", "Paris", null)).isEmpty();
    jdbc.sql("update customer set birthday = '1986-06-02'").update();
    assertThat(rows("lost", "Lyon", 40)).isEmpty();
  }

  /** LET-28: interests and requests narrow it as place and age do. */
  @Test
  void aWordOfAnInterestOrOfARequestNarrowsIt() {
    ALetter.in(jdbc).planned();
    jdbc.sql(
            """
            update customer set hobbies = 'Green tea, 100% wool';
            insert into request (customer_id, source, external_id, requested_at, subject)
            select id, 'shop', 'r', '2026-05-01', 'Price of a teapot' from customer
            """)
        .update();
    assertThat(words("TEA", null)).isOne();
    assertThat(words("0%", null)).isOne();
    assertThat(words("G_een", null)).as("a sign is a sign").isZero();
    assertThat(words("Green%wool", null)).as("a sign is a sign").isZero();
    assertThat(words(null, "teapot")).isOne();
    assertThat(words("tea", "kettle")).isZero();
    assertThatThrownBy(() -> words("x".repeat(101), null)).isInstanceOf(Refused.class);
  }

  private long words(String interest, String asked) {
    return audiences.count(
        AudienceFilter.of("all", null, null, interest, asked), stories.marketing());
  }

  @Test
  void aFileIsNotedAndARepHasNone() {
    ALetter.in(jdbc).planned();
    var found = new ArrayList<AudienceRow>();
    audiences.export(
        AudienceFilter.of("all", null, null, null, null), stories.marketing(), found::add);
    assertThat(found).hasSize(1);
    assertThat(
            jdbc.sql("select detail::text from audit where action = 'export-audience'")
                .query(String.class)
                .single())
        .isEqualTo("{\"who\": \"all\"}");
    assertThatThrownBy(
            () ->
                audiences.count(AudienceFilter.of(null, null, null, null, null), stories.rep("r")))
        .isInstanceOf(NotAllowed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 121, 7000})
  void nobodyIsSoOld(int years) {
    assertThatThrownBy(() -> AudienceFilter.of(null, null, years, null, null))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 120})
  void soOldSomebodyMayBe(int years) {
    assertThat(rows("all", null, years)).isEmpty();
  }

  private List<AudienceRow> rows(String who, String city, Integer older) {
    return audiences
        .page(AudienceFilter.of(who, city, older, null, null), null, 10, stories.marketing())
        .items();
  }
}
