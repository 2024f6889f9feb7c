package dev.winback.romi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.winback.experiment.Share;
import dev.winback.experiment.Verdict;
import dev.winback.letter.LetterOutcomes;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * ROMI of all returns (MEA-04) over a generated history: each part is counted once more, loop by
 * loop from the bare rows, and its list is as long as its number.
 */
@CoreTest
class RomiReportTest {

  private static final int CUSTOMERS = 60;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Autowired Stories stories;
  @Autowired RomiReport report;
  @Autowired RomiCases cases;
  @Autowired LetterOutcomes outcomes;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;
  private Actor anna;
  private LocalDate today;

  /** What was made of one customer. */
  private record Made(long customer, long lapse, LocalDate back, long first, boolean letter) {}

  @BeforeEach
  void people() {
    boss = stories.manager();
    anna = stories.rep("anna");
    today = clock.today();
    jdbc.sql("update work_setting set incentive_percent = 5").update();
  }

  private void history() {
    var random = new SplittableRandom(20261128);
    for (int i = 0; i < CUSTOMERS; i++) {
      var made = loss("R-" + i, random);
      if (random.nextInt(3) > 0) {
        call(made, today.minusDays(random.nextInt(260)), random.nextInt(8) == 0);
      }
      if (made.letter()) {
        letter(made, today.minusDays(random.nextInt(260)), random);
      }
      if (made.back() != null && random.nextInt(3) == 0) {
        grant(made, random);
      }
    }
    campaign();
  }

  private Made loss(String ref, SplittableRandom random) {
    long customer = stories.aCustomer(ref).neverBought().save().value();
    var back = random.nextInt(2) == 0 ? null : today.minusDays(random.nextInt(260));
    long first = 0;
    if (back != null) {
      first = order(customer, back, 100 + random.nextInt(300), "EUR");
      order(customer, back.plusDays(1 + random.nextInt(90)), 50 + random.nextInt(100), "EUR");
      order(customer, back.plusDays(1 + random.nextInt(50)), 70, "USD");
    }
    var credit = back == null ? null : List.of("none", "call", "letter").get(random.nextInt(3));
    long lapse = lapse(customer, back, first, credit);
    return new Made(customer, lapse, back, first, random.nextInt(2) == 0);
  }

  private long order(long customer, LocalDate day, int amount, String currency) {
    return jdbc.sql(
            """
            insert into purchase (customer_id, source, external_id, purchased_at, amount, refund_told, currency, status)
            select :c, 'story', 'o' || (count(*) + 1), :at, :amount, :amount / 10, :currency, 'paid' from purchase returning id
            """)
        .param("c", customer)
        .param("at", day.atTime(0, 30).atZone(clock.getZone()).toOffsetDateTime())
        .param("amount", BigDecimal.valueOf(amount).setScale(2))
        .param("currency", currency)
        .query(Long.class)
        .single();
  }

  private long lapse(long customer, LocalDate back, long first, String credit) {
    return jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, returned_on,
                               return_purchase_id, credit, credit_member, assignee)
            values (:c, 1, :stage, :day - 300, 'silent', :day - 400, 500, 'EUR', :back, :first, :credit,
                    case when :credit = 'call' then :anna end, :anna)
            returning id
            """)
        .param("c", customer)
        .param("stage", back == null ? "WORKING" : "RETURNED")
        .param("day", today)
        .param("back", back)
        .param("first", back == null ? null : first)
        .param("credit", credit)
        .param("anna", anna.member())
        .query(Long.class)
        .single();
  }

  private void call(Made made, LocalDate day, boolean undone) {
    jdbc.sql(
            """
            with t as (insert into task (customer_id, lapse_id, member_id, kind, due_on, state, closed_at)
                       values (:c, :l, :m, 'call', :day, 'done', :at) returning id)
            insert into call (task_id, lapse_id, customer_id, member_id, result, called_at, undone_at)
            select t.id, :l, :c, :m, 'talked', :at, case when :undone then cast(:at as timestamptz) end from t
            """)
        .param("c", made.customer())
        .param("l", made.lapse())
        .param("m", anna.member())
        .param("day", day)
        .param("at", day.atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime())
        .param("undone", undone)
        .update();
  }

  private void letter(Made made, LocalDate day, SplittableRandom random) {
    boolean kept = random.nextInt(4) == 0;
    var at = day.atTime(10, 0).atZone(clock.getZone()).toOffsetDateTime();
    long letter =
        jdbc.sql(
                """
                insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, planned_at, sent_at, hold_reason)
                values (:l, :c, 1, :state, 10, 1, :day, :at, case when :state = 'SENT' then cast(:at as timestamptz) end,
                        case when :state = 'CONTROL' then 'CONTROL' end) returning id
                """)
            .param("l", made.lapse())
            .param("c", made.customer())
            .param("state", kept ? "CONTROL" : "SENT")
            .param("day", day)
            .param("at", at)
            .query(Long.class)
            .single();
    if (!kept && made.back() != null && random.nextInt(2) == 0) {
      coupon(made, letter);
    }
  }

  private void coupon(Made made, long letter) {
    jdbc.sql(
            """
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until, redeemed_at, purchase_id)
            select lpad(:l::text, 10, 'A'), :letter, :c, :l, 10, :day, p.purchased_at, case when p.id % 2 = 0 then p.id end from purchase p where p.id = :first
            """)
        .param("letter", letter)
        .param("c", made.customer())
        .param("l", made.lapse())
        .param("day", today)
        .param("first", made.first())
        .update();
  }

  /** Given ten days before the return; every third had run out the day before it. */
  private void grant(Made made, SplittableRandom random) {
    jdbc.sql(
            """
            insert into offer_grant (lapse_id, customer_id, kind, asked_percent, percent, asked_fixed, fixed, share, margin_percent,
                                     floor_percent, most_percent, currency, state, asked_by, asked_at, given_by, given_at, valid_until)
            values (:l, :c, 'both', :percent, :percent, 7, 7, 3, 30, 0, 30, 'EUR', 'given', :m, :at, :m, :at, :until)
            """)
        .param("l", made.lapse())
        .param("c", made.customer())
        .param("percent", random.nextInt(2) * 10)
        .param("m", anna.member())
        .param(
            "at", made.back().minusDays(10).atTime(9, 0).atZone(clock.getZone()).toOffsetDateTime())
        .param("until", made.back().minusDays(random.nextInt(3) == 0 ? 1 : 0))
        .update();
  }

  private void campaign() {
    jdbc.sql(
            """
            with k as (insert into campaign (title, state, lead_id, starts_on, ends_on, bonus_percent, created_by, created_at)
                       values ('spring', 'running', :boss, :day - 100, :day, 10, :boss, :at) returning id),
            m as (insert into campaign_member (campaign_id, member_id) select k.id, :anna from k)
            insert into campaign_lapse (campaign_id, lapse_id, customer_id, added_at)
            select k.id, l.id, l.customer_id, :at from k, lapse l where l.id % 2 = 0
            """)
        .param("boss", boss.member())
        .param("anna", anna.member())
        .param("day", today)
        .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  @Test
  void everyPartIsWhatTheBareRowsSayAndItsListIsAsLong() {
    history();
    for (var days : new int[][] {{300, 0}, {200, 31}, {120, 120}}) {
      var filter = filter(days[0], days[1], null);
      var picture = of(filter, boss);
      for (var part : RomiPart.values()) {
        var again = again(part, filter);
        var shown = filter(days[0], days[1], part.code());
        var names = all(shown);
        assertThat(names).as("%s of %s", part, filter).hasSameSizeAs(again);
        assertThat(report.count(shown, boss)).as("%s", part).isEqualTo(again.size());
        if (!part.arm()) {
          assertThat(picture.line(part).cases()).isEqualTo(again.size());
          assertThat(picture.line(part).amount()).as("%s", part).isEqualByComparingTo(sum(again));
          assertThat(names.stream().map(RomiCase::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
              .isEqualByComparingTo(picture.line(part).amount());
        }
      }
    }
    assertThat(of(filter(300, 0, null), boss).lines()).hasSize(7);
  }

  private List<RomiCase> all(RomiFilter filter) {
    var rows = new ArrayList<RomiCase>();
    String after = null;
    do {
      var page = report.names(filter, after, 7, boss);
      rows.addAll(page.items());
      after = page.next();
    } while (after != null);
    return rows;
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The coupon says what was promised; its rung may give something else by now. */
  @Test
  void aGiftCostsWhatTheCouponPromised() {
    history();
    var filter = filter(300, 0, null);
    var before = of(filter, boss).line(RomiPart.GIFTS);
    int promised =
        jdbc.sql(
                """
                update coupon set gives = 'A tea', offer_kind = (select code from offer_kind where fixed > 0 order by code limit 1)
                 where letter_id is not null and (redeemed_at at time zone :zone)::date between :from and :to
                """)
            .param("zone", clock.getZone().getId())
            .param("from", filter.first(today))
            .param("to", filter.last(today))
            .update();
    var after = of(filter, boss).line(RomiPart.GIFTS);
    assertThat(promised).isPositive();
    assertThat(after.cases()).isEqualTo(before.cases() + promised);
    assertThat(after.amount()).isGreaterThan(before.amount());
  }

  /** Each part from its own bare rows; nothing of the report's statement is in it. */
  private List<BigDecimal> again(RomiPart part, RomiFilter filter) {
    var sql =
        switch (part) {
          case HELPED, ALONE ->
              """
              select coalesce((select sum(p.amount) - sum(p.refunded) from purchase p where p.customer_id = l.customer_id and p.currency = 'EUR'
                         and (p.purchased_at at time zone :zone)::date - l.returned_on between 0 and 59), 0)
                from lapse l where l.returned_on >= :from and l.returned_on <= :to and (l.credit = 'none') =
              """
                  + (part == RomiPart.ALONE);
          case DISCOUNTS ->
              """
              select round((p.amount - p.refunded) * x.percent / 100, 2) from purchase p join (
                  select coalesce(purchase_id, (select l.return_purchase_id from lapse l where l.id = lapse_id)) as purchase_id, percent
                    from coupon union all
                  select l.return_purchase_id, g.percent from offer_grant g join lapse l on l.id = g.lapse_id
                   where g.valid_until >= l.returned_on and g.percent > 0) x on x.purchase_id = p.id
               where (p.purchased_at at time zone :zone)::date between :from and :to
              """;
          case GIFTS ->
              """
              select round(7 + (p.amount - p.refunded) * 0.03, 2) from offer_grant g join lapse l on l.id = g.lapse_id
                join purchase p on p.id = l.return_purchase_id
               where g.valid_until >= l.returned_on and l.returned_on between :from and :to
              """;
          case LETTERS ->
              "select 0.05 from letter where state = 'SENT' and (sent_at at time zone :zone)::date between :from and :to";
          case CALLS ->
              "select 10.00 from call where undone_at is null and (called_at at time zone :zone)::date between :from and :to";
          case BONUS ->
              """
              select round((p.amount - p.refunded) * x.percent / 100, 2) from purchase p join (
                  select return_purchase_id as id, 5 as percent from lapse where credit = 'call' union all
                  select return_purchase_id, 10 from lapse where id % 2 = 0 and returned_on >= cast(:day as date) - 100) x on x.id = p.id
               where (p.purchased_at at time zone :zone)::date between :from and :to
              """;
          case TREATED, KEPT ->
              "select 1 from letter where (planned_at at time zone :zone)::date <= :day - 60 and state = "
                  + (part == RomiPart.KEPT ? "'CONTROL'" : "'SENT'");
        };
    return jdbc.sql(sql)
        .param("zone", clock.getZone().getId())
        .param("from", filter.first(today))
        .param("to", filter.last(today))
        .param("day", today)
        .query(BigDecimal.class)
        .list();
  }

  @Test
  void theReturnIsMarginLessCostOverTheCost() {
    history();
    var picture = of(filter(300, 0, null), boss);
    var margin =
        picture
            .turnover()
            .multiply(BigDecimal.valueOf(30))
            .divide(HUNDRED, 2, RoundingMode.HALF_UP);
    assertThat(picture.romi().margin()).isEqualByComparingTo(margin);
    assertThat(picture.romi().percent())
        .isEqualTo(
            margin
                .subtract(picture.cost())
                .multiply(HUNDRED)
                .divide(picture.cost(), 0, RoundingMode.HALF_UP)
                .longValue());
    assertThat(picture.helped().margin()).isLessThan(margin);
    assertThat(picture.running())
        .isEqualTo(
            jdbc.sql("select count(*) from lapse where returned_on > cast(:day as date) - 60")
                .param("day", today)
                .query(Long.class)
                .single());
  }

  /** The sixtieth day is in, the day after it is not; a next return ends the time of the first. */
  @Test
  void turnoverIsThatOfSixtyDaysAndOfOneReturnOnly() {
    long customer = stories.aCustomer("one").neverBought().save().value();
    var back = today.minusDays(100);
    long first = order(customer, back, 100, "EUR");
    order(customer, back.plusDays(59), 200, "EUR");
    order(customer, back.plusDays(60), 400, "EUR");
    lapse(customer, back, first, "none");
    assertThat(of(filter(200, 0, null), boss).turnover()).isEqualByComparingTo("270");
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, returned_on, credit)
            values (:c, 2, 'RETURNED', :back, 'silent', :back, 1, 'EUR', cast(:back as date) + 59, 'none')
            """)
        .param("c", customer)
        .param("back", back)
        .update();
    var both = of(filter(200, 0, null), boss);
    assertThat(both.returned()).isEqualTo(2);
    assertThat(both.turnover()).as("all three, each once").isEqualByComparingTo("630");
  }

  /** A night takes up what came late and what was taken back, and writes nothing twice. */
  @Test
  void whatCameSinceTheNightCountsFromTheNextOneOn() {
    history();
    var filter = filter(300, 0, "alone");
    var night = of(filter, boss);
    assertThat(cases.settle(today)).isZero();
    long customer = stories.aCustomer("late").neverBought().save().value();
    long first = order(customer, today.minusDays(90), 100, "EUR");
    long lapse = lapse(customer, today.minusDays(90), first, "none");
    long alone = night.line(RomiPart.ALONE).cases();
    assertThat(report.count(filter, boss)).isEqualTo(all(filter).size()).isEqualTo(alone);
    assertThat(of(filter, boss).turnover().subtract(night.turnover())).isEqualByComparingTo("90");
    assertThat(report.count(filter, boss)).isEqualTo(all(filter).size()).isEqualTo(alone + 1);
    jdbc.sql("update lapse set stage = 'LOST', returned_on = null where id = :id")
        .param("id", lapse)
        .update();
    assertThat(of(filter, boss).turnover()).isEqualByComparingTo(night.turnover());
  }

  @Test
  void whereNothingWasSpentThereIsNoReturnOnIt() {
    var nothing = of(filter(300, 0, null), boss);
    assertThat(nothing.empty()).isTrue();
    assertThat(nothing.romi().percent()).isNull();
    assertThat(nothing.increment().comparable()).isFalse();
  }

  /** Letters of a hundred days ago: neither a chosen period nor the hour of the look changes it. */
  @Test
  void whatALookSaysIsTheSameForEveryPeriodAndOnEveryLaterDay() {
    arms(100, 80, 70, 7);
    var whole = of(filter(300, 0, null), boss).increment();
    assertThat(of(filter(9, 0, null), boss).increment()).isEqualTo(whole);
    clock.set(clock.instant().plus(Duration.ofDays(400)));
    assertThat(of(new RomiFilter(null, null, null), boss).increment()).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource({"59,false", "60,true"})
  void aDayIsInTheComparisonWhenTheSixtyDaysOfAllItsLettersAreOver(int days, boolean over) {
    arms(1, 0, 1, 0);
    clock.set(
        today.minusDays(100).plusDays(days).atTime(12, 0).atZone(clock.getZone()).toInstant());
    assertThat(of(new RomiFilter(null, null, null), boss).increment().comparable()).isEqualTo(over);
  }

  @Test
  void aTurnedPeriodIsRefused() {
    assertThatThrownBy(() -> of(filter(3, 4, null), boss)).isInstanceOf(Refused.class);
    assertThat(of(filter(3, 3, null), boss).empty()).isTrue();
  }

  @Test
  void againstThoseKeptBackItIsTooEarlyUntilTheFirstLook() {
    arms(12, 4, 6, 1);
    var early = of(filter(300, 0, null), boss).increment();
    assertThat(early.finding().verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(early.treated()).isEqualTo(new Share(4, 12));
    assertThat(early.kept()).isEqualTo(new Share(1, 6));
    assertThat(early.finding().more()).isPositive();
    assertThat(early.margin()).isNull();
    assertThat(early.romi()).isNull();
  }

  /** 100 letters with 80 returns of 90 each against 70 kept back with 7 of them. */
  @Test
  void whatCameBeyondThoseKeptBackHasAnIntervalAndAReturn() {
    arms(100, 80, 70, 7);
    var shown = of(filter(300, 0, null), boss).increment();
    assertThat(shown.finding().verdict()).isEqualTo(Verdict.WORKS);
    // 30 % of 90 times (0.8 - 0.1) times 100
    assertThat(shown.margin()).isEqualByComparingTo("1890.00");
    // variances 117.8182 and 66.5609 a head, 4.3 standard errors at the first look
    assertThat(shown.low()).isCloseTo(new BigDecimal("1262.57"), within(new BigDecimal("0.05")));
    assertThat(shown.high()).isCloseTo(new BigDecimal("2517.43"), within(new BigDecimal("0.05")));
    assertThat(shown.cost()).isEqualByComparingTo("5.00");
    assertThat(shown.romi()).isEqualTo(37_700);
  }

  /** Both prints of a letter that a person sent again bear the code of the first. */
  @Test
  void aCodeUsedFromALetterThatWasSentAgainIsACostOfIt() {
    arms(100, 80, 70, 7);
    var one = "(select min(id) from letter where state = 'SENT')";
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, hold_reason, percent, template_id, due_on, resend_of)
            select lapse_id, customer_id, rung, 'SUPPRESSED', 'SENT_AGAIN', percent, template_id, due_on, id from letter where id =
            """
                + one)
        .update();
    jdbc.sql("update letter set resend_of = (select max(id) from letter) where id = " + one)
        .update();
    jdbc.sql("update letter set resend_of = null where state = 'SUPPRESSED'").update();
    jdbc.sql(
            """
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until, redeemed_at, purchase_id)
            select 'AAAAAAAAAA', e.id, e.customer_id, l.id, 10, l.returned_on, l.returned_on, l.return_purchase_id
              from letter e join lapse l on l.id = e.lapse_id where e.state = 'SUPPRESSED'
            """)
        .update();
    // ten percent of 90 beside the five cents of each letter
    assertThat(of(filter(300, 0, null), boss).increment().cost()).isEqualByComparingTo("14.00");
  }

  /**
   * Letters of one day, a hundred days ago; who returned did so a day later, with a net order of
   * 90.
   */
  private void arms(int treated, int treatedBack, int kept, int keptBack) {
    var sent = today.minusDays(100);
    for (int i = 0; i < treated + kept; i++) {
      boolean control = i >= treated;
      boolean back = control ? i < treated + keptBack : i < treatedBack;
      long customer = stories.aCustomer("E-" + i).neverBought().save().value();
      long first = back ? order(customer, sent.plusDays(1), 100, "EUR") : 0;
      long lapse = lapse(customer, back ? sent.plusDays(1) : null, first, back ? "letter" : null);
      jdbc.sql(
              """
              insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, planned_at, sent_at, hold_reason)
              values (:l, :c, 1, case when :control then 'CONTROL' else 'SENT' end, 10, 1, :day, :at,
                      case when not :control then cast(:at as timestamptz) end, case when :control then 'CONTROL' end)
              """)
          .param("l", lapse)
          .param("c", customer)
          .param("control", control)
          .param("day", sent)
          .param("at", sent.atTime(10, 0).atZone(clock.getZone()).toOffsetDateTime())
          .update();
    }
  }

  @Test
  void whoDoesNotSeeTheFiguresOfAllIsRefused() {
    assertThatThrownBy(() -> of(filter(9, 0, null), anna)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> of(filter(9, 0, null), stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> report.count(filter(9, 0, "rent"), boss)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> of(new RomiFilter("soon", null, null), boss))
        .isInstanceOf(Refused.class);
  }

  /** As the night of this day leaves it. */
  private RomiPicture of(RomiFilter filter, Actor actor) {
    outcomes.settle(clock.today());
    cases.settle(clock.today());
    return report.of(filter, actor);
  }

  private RomiFilter filter(int from, int to, String part) {
    return new RomiFilter("" + today.minusDays(from), "" + today.minusDays(to), part);
  }
}
