package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.offer.Offers;
import dev.winback.value.Values;
import dev.winback.value.WinBackPriors;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** science.md, "Learning": a chance is learnt from what was known before somebody was asked. */
class OutcomesTest extends WorthStories {

  private static final LocalDate ASKED = DAY.minusDays(100);

  @Autowired Learning learning;
  @Autowired Values values;
  @Autowired Offers offers;

  private final Random random = new Random(20261130);

  @BeforeEach
  void whoWasAskedAHundredDaysAgo() {
    history();
    night();
    jdbc.sql("update lapse set opened_on = :d where id = :l")
        .param("d", DAY.minusDays(120))
        .param("l", lapse().value())
        .update();
    insert(
        """
        insert into contact (customer_id, source, external_id, contacted_at, channel, reached, member_id, lapse_id)
        values (:c, 'test', 'first', :at, 'phone', true, :m, :l)
        """,
        noon(ASKED));
  }

  /** On the day of the contact or any day after it, alone and all together. */
  @Test
  void whatCameAfterwardsChangesNoFeature() {
    insert(complaint("before"), noon(ASKED.minusDays(9)));
    var before = features();
    insert(later().get("purchase").replace("'later'", "'the same day'"), noon(ASKED));
    assertThat(features()).as("purchase of the same day").isEqualTo(before);
    later()
        .forEach(
            (what, sql) -> {
              insert(sql, noon(ASKED.plusDays(random.nextInt(60))));
              assertThat(features()).as(what).isEqualTo(before);
            });
    night();
    assertThat(features()).as("after a night").isEqualTo(before);
  }

  private Map<String, String> later() {
    var facts = new LinkedHashMap<String, String>();
    facts.put(
        "purchase",
        """
        insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
        values (:c, 'test', 'later', :at + interval '1 hour', 100, 'EUR', 'paid')
        """);
    facts.put("visits", "update customer_value set visits = visits + 1 where customer_id = :c");
    facts.put("resolved", "update complaint set resolved_at = :at where customer_id = :c");
    facts.put("not satisfied", "update complaint set satisfied = false where customer_id = :c");
    facts.put("complaint", complaint("later"));
    facts.put(
        "referral",
        """
        insert into referral (customer_id, source, external_id, referred_at) values (:c, 'test', 'later', :at)
        """);
    facts.put("referrals told", "update customer set referrals = 2 where id = :c");
    facts.put("reason", FINDING);
    facts.put(
        "attempt",
        """
        insert into contact (customer_id, source, external_id, contacted_at, channel, reached, lapse_id)
        values (:c, 'test', 'second', :at + interval '1 hour', 'phone', false, :l)
        """);
    facts.put("assignee", "update lapse set assignee = :m where id = :l");
    return facts;
  }

  private static final String FINDING =
      """
      insert into finding (lapse_id, customer_id, told_at, said, stated, said_by, severity, human)
      values (:l, :c, :at, array['stated'], 'price', 'customer', 4, true)
      """;

  private static String complaint(String id) {
    return """
    insert into complaint (customer_id, source, external_id, complained_at) values (:c, 'test', '%s', :at)
    """
        .formatted(id);
  }

  /** And what was known before does count, each by itself. */
  @Test
  void whatWasKnownBeforeIsLearntFrom() {
    assertThat(feature("purchases-doubled")).isEqualTo(Math.log(10) / Math.log(2));
    insert(complaint("before"), noon(ASKED.minusDays(9)));
    assertThat(feature("complaint-unresolved")).isOne();
    insert("update complaint set resolved_at = :at", noon(ASKED.minusDays(1)));
    assertThat(feature("complaint-resolved")).isOne();
    insert(later().get("referral"), noon(ASKED.minusDays(1)));
    assertThat(feature("referred-others")).isOne();
    insert(FINDING, noon(ASKED.minusDays(1)));
    assertThat(feature("price")).isOne();
    assertThat(feature("by-who-lost-him")).as("rita lost him and called him").isOne();
    insert("update contact set member_id = null", noon(ASKED));
    assertThat(feature("by-who-lost-him")).as("nobody knows who called").isZero();
  }

  private void insert(String sql, OffsetDateTime at) {
    jdbc.sql(sql)
        .param("c", lost.value())
        .param("l", lapse().value())
        .param("m", rep.member())
        .param("at", at)
        .update();
  }

  private static OffsetDateTime noon(LocalDate day) {
    return day.atTime(12, 0).atOffset(ZoneOffset.UTC);
  }

  private double feature(String name) {
    var priors = WinBackPriors.table(true).stream().map(prior -> prior.feature()).toList();
    return features()[priors.indexOf(name)];
  }

  private double[] features() {
    var offering = new Offering(offers.catalogue(), costs.settings().marginPercent(), "EUR");
    var model = values.inForce().orElseThrow();
    var outcomes = learning.outcomes(DAY);
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0).features(model, offering, WinBackPriors.table(true));
  }
}
