package dev.winback.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winback.campaign.CampaignLists;
import dev.winback.campaign.CampaignResults;
import dev.winback.experiment.Verdict;
import dev.winback.lapse.LapseId;
import dev.winback.letter.Ladder;
import dev.winback.letter.LetterResults;
import dev.winback.letter.ResultPeriod;
import dev.winback.letter.Rung;
import dev.winback.prompt.CartReminders;
import dev.winback.report.LossReport;
import dev.winback.romi.RomiFilter;
import dev.winback.romi.RomiReport;
import dev.winback.shared.Sql;
import dev.winback.shared.WrongSetting;
import dev.winback.signal.DemoCustomersAgree;
import dev.winback.staff.Staff;
import dev.winback.testing.CoreTest;
import dev.winback.worth.Retests;
import dev.winback.worth.Worths;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * What the demo firm must hold for every page to have something to show; and each of its customers
 * shows the same alone, by night and in a simulation (DET-22).
 */
@CoreTest
@TestPropertySource(properties = "winback.demo=true")
class DemoFirmTest {

  private static final String DUE =
      "select count(*) as n from task where state = 'open' and due_on <= date '2026-06-02' group by member_id";

  private static final String GAINS =
      """
      select gain from lost_row
       where gain is not null and stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
       order by gain desc
      """;

  @Autowired DemoFirm demo;
  @Autowired Retests retests;
  @Autowired Worths worths;
  @Autowired LetterResults results;
  @Autowired CartReminders reminders;
  @Autowired CampaignLists lists;
  @Autowired CampaignResults campaigns;
  @Autowired RomiReport romi;
  @Autowired LossReport losses;
  @Autowired Ladder ladder;
  @Autowired Staff staff;
  @Autowired DemoCustomersAgree customersAgree;
  @Autowired JdbcClient jdbc;

  private static final String KEPT_AND_CALLED =
      """
      select count(*) from campaign_lapse x join call k on k.customer_id = x.customer_id and k.called_at >= x.drawn_on
       where x.arm = 'control'
      """;

  /** DEC-17: the row of a list is stored, the page of a lapse weighs what is known now. */
  private void listsAndPagesSayTheSameOfTheWorth() {
    var manager = staff.actor("manager");
    var stored =
        jdbc.sql(
                """
                select w.lapse_id, w.gain from lapse_worth w join lapse l on l.id = w.lapse_id
                 where w.gain is not null and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
                """)
            .query((row, n) -> Map.entry(row.getLong("lapse_id"), row.getBigDecimal("gain")))
            .list();
    assertThat(stored).hasSizeGreaterThan(100);
    for (var row : stored) {
      assertThat(
              worths.of(new LapseId(row.getKey()), manager).orElseThrow().worth().gain().amount())
          .as("lapse %d", row.getKey())
          .isCloseTo(row.getValue(), within(new BigDecimal("0.01")));
    }
  }

  @Test
  void theFirmHasALossOfEveryKind() {
    var before = rows();
    assertThat(demo.wanted(false)).isTrue();
    demo.load();
    assertThat(demo.progress())
        .as("told until its last days")
        .hasValueSatisfying(progress -> assertThat(progress.percent()).isBetween(95, 100));
    assertThat(count("select count(*) from customer")).isEqualTo(800);
    listsAndPagesSayTheSameOfTheWorth();
    for (int rung = 0; rung < 3; rung++) {
      assertThat(openLapses(rung))
          .as("open lapses of class " + (rung + 1))
          .isGreaterThanOrEqualTo(20);
    }
    for (var credit : new String[] {"coupon", "letter", "call", "none"}) {
      assertThat(
              count(
                  "select count(*) from lapse where stage in ('RETURNED', 'RESTORED', 'SAFE') and credit = '"
                      + credit
                      + "'"))
          .as("returned by " + credit)
          .isGreaterThanOrEqualTo(20);
    }
    assertThat(count("select count(*) from lapse where stage = 'TWICE_LOST'"))
        .isGreaterThanOrEqualTo(5);
    assertThat(count("select count(*) from customer where country = 'DE' and phone_e164 is null"))
        .as("a number of the firm's country is written as people write it")
        .isEqualTo(count("select count(*) from customer where country = 'DE' and phone is null"));
    assertThat(count("select count(*) from letter where concat(subject, text) ~ '[{]{2}|[*]{2}'"))
        .as("letters with a field that is not filled")
        .isZero();
    assertThat(count("select count(*) from duplicate_group"))
        .as("few share name and place")
        .isBetween(1, 100);
    assertThat(count("select count(*) from customer where email is null"))
        .isGreaterThanOrEqualTo(10);
    assertThat(count("select count(*) from customer where email_consent is null"))
        .isGreaterThanOrEqualTo(10);
    for (int rung = 1; rung <= 3; rung++) {
      assertThat(waiting(rung)).as("waiting for review on rung " + rung).isGreaterThanOrEqualTo(5);
    }
    assertThat(count("select count(*) from task where state = 'open'")).isGreaterThanOrEqualTo(12);
    assertThat(count("select max(n) from (" + DUE + ") of_rep"))
        .as("a day's work")
        .isBetween(5, 20);
    assertThat(count("select count(*) from task where kind = 'thank_you' and state = 'done'"))
        .as("thanked as time passed")
        .isGreaterThanOrEqualTo(50);
    for (var kind : List.of("promise", "meeting", "call_back")) {
      assertThat(count("select count(*) from task where state = 'open' and kind = '" + kind + "'"))
          .as(kind)
          .isPositive();
    }
    assertThat(count("select count(*) from complaint_wait where solved_at is null")).isPositive();
    assertThat(count("select count(*) from contact where direction = 'in'")).isEqualTo(3);
    assertThat(count("select count(*) from call where called_at >= '2026-06-01'")).isZero();
    assertThat(count("select count(*) from lapse where assignee = lost_by")).isZero();
    for (var kind :
        List.of("request", "complaint", "cart", "payment", "referral", "refund", "refund_part")) {
      assertThat(count("select count(*) from " + kind)).as(kind).isGreaterThanOrEqualTo(15);
    }
    assertThat(count("select count(*) from finding where current")).isGreaterThanOrEqualTo(15);
    for (var table : List.of("alarm", "survey_answer", "business_event")) {
      assertThat(count("select count(*) from " + table)).as(table).isGreaterThanOrEqualTo(3);
    }
    bothYearsLoseAsAnOrdinaryFirmDoes();
    someLettersAreComparedWithAResultAndSomeTooEarly();
    cartsAndTheCampaignAreCompared();
    callsPayAndNotForEverybody();
    customersAgree.aloneByNightAndInASimulation();
    assertThat(demo.wanted(false)).as("once").isFalse();
    jdbc.sql(Sql.of(DemoFirm.class, "clear.sql")).update();
    assertThat(rows()).as("an interrupted loading leaves nothing").isEqualTo(before);
  }

  /** It used to lose 57 of 100 customers after 18 in the year before, which nobody believed. */
  private void bothYearsLoseAsAnOrdinaryFirmDoes() {
    var picture = losses.picture(null, staff.actor("manager"));
    assertThat(picture.year().rate()).as("lost in a year").isBetween(0.15, 0.30);
    assertThat(picture.before().rate())
        .as("lost in the year before")
        .isCloseTo(picture.year().rate(), within(0.06));
    for (var month : picture.year().months()) {
      assertThat(month.firsts()).as("new in %s", month.month()).isPositive();
      assertThat(month.moves().returns()).as("back in %s", month.month()).isPositive();
    }
  }

  /** Nothing that a manager would not believe of a firm of this size. */
  private void someLettersAreComparedWithAResultAndSomeTooEarly() {
    var marketing = staff.actor("marketing");
    var rungs = results.results(ResultPeriod.YEAR, marketing).rungs();
    var first = rungs.get(0).increment();
    assertThat(first.finding().verdict()).isEqualTo(Verdict.GOES_ON);
    assertThat(first.finding().above()).isBetween(0.02, 0.30);
    assertThat(first.romi()).isBetween(0L, 1000L);
    assertThat(first.romiLow()).isNegative();
    var second = rungs.get(1);
    assertThat(second.comparable()).isTrue();
    assertThat(second.increment().finding().verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(second.increment().finding().more()).isBetween(20L, 1000L);
    assertThat(ladder.rungs(marketing)).extracting(Rung::control).containsExactly(40, 20, 13);
    assertThat(
            count("select count(*) from letter where state = 'CONTROL' and due_on >= '2026-05-31'"))
        .as("kept back by the night itself")
        .isGreaterThanOrEqualTo(5);
  }

  private void cartsAndTheCampaignAreCompared() {
    var carts = reminders.effect(staff.actor("marketing"));
    assertThat(carts.comparable()).isTrue();
    assertThat(carts.treated().rate()).isBetween(0.1, 0.3);
    assertThat(results.results(ResultPeriod.YEAR, staff.actor("marketing")).beside())
        .as("told before the first night")
        .isNotEmpty();
    var manager = staff.actor("manager");
    var effect = campaigns.effect(lists.page(null, null, 1, manager).items().get(0), manager);
    assertThat(effect.increment().comparable()).isTrue();
    assertThat(effect.increment().finding().verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(count(KEPT_AND_CALLED)).as("nobody called whom it keeps back").isZero();
    var all = romi.of(new RomiFilter(null, null, null), manager);
    assertThat(all.romi().percent()).isBetween(0L, 400L);
  }

  /** It used to have learnt that calls bring nobody back: the list began with losses of money. */
  private void callsPayAndNotForEverybody() {
    var gains = jdbc.sql(GAINS).query(BigDecimal.class).list();
    assertThat(gains.subList(0, 50)).as("the first page").allMatch(gain -> gain.signum() > 0);
    assertThat(gains.get(0)).isBetween(new BigDecimal("200"), new BigDecimal("1500"));
    double worth = gains.stream().filter(gain -> gain.signum() > 0).count();
    assertThat(worth / gains.size()).as("worth a call or a letter").isBetween(0.40, 0.75);
    assertThat(retests.last(staff.actor("manager")).orElseThrow().off()).isFalse();
  }

  private Map<String, Integer> rows() {
    var tables =
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
            .query(String.class)
            .list();
    return tables.stream()
        .collect(Collectors.toMap(t -> t, t -> count("select count(*) from " + t)));
  }

  @Test
  void anInterruptedLoadingLeavesNoWordOfWhatALetterCouldTell() {
    jdbc.sql("insert into letter_tells (letter_id, clicks, opens) values (1, true, false)")
        .update();
    jdbc.sql(Sql.of(DemoFirm.class, "clear.sql")).update();
    assertThat(count("select count(*) from letter_tells")).isZero();
  }

  @Test
  void theDemoFirmDoesNotMoveInWithARealOne() {
    jdbc.sql("insert into customer (ref) values ('real')").update();
    assertThatThrownBy(() -> demo.wanted(false))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("winback.demo");
    assertThat(count("select count(*) from customer")).isEqualTo(1);
  }

  private int openLapses(int rung) {
    int[] days = {90, 180, 360, 100_000};
    return count(
        "select count(*) from lapse where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')"
            + " and date '2026-06-01' - silent_since >= "
            + days[rung]
            + " and date '2026-06-01' - silent_since < "
            + days[rung + 1]);
  }

  private int waiting(int rung) {
    return count(
        "select count(*) from letter where state = 'HELD' and hold_reason = 'REVIEW' and rung = "
            + rung);
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
