package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.category.Categories;
import dev.winback.customer.Customers;
import dev.winback.lapse.LapseId;
import dev.winback.purchase.Payment;
import dev.winback.purchase.Payments;
import dev.winback.shared.Money;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.MovableClock;
import dev.winback.why.Telling;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-16, DEC-18, DEC-19: five criteria for, six against, and the four questions. */
class ConsiderationsTest extends WorthStories {

  @Autowired Customers customers;
  @Autowired Categories categories;
  @Autowired Payments payments;

  @BeforeEach
  void aNight() {
    night();
  }

  private CriterionRow row(Criterion criterion) {
    return considerations.criteria(lapse(), manager).stream()
        .filter(row -> row.criterion() == criterion)
        .findAny()
        .orElseThrow();
  }

  @Test
  void fiveSpeakForAndSixAgainst() {
    var rows = considerations.criteria(lapse(), manager);
    assertThat(rows).filteredOn(row -> row.criterion().speaksFor()).hasSize(5);
    assertThat(rows).filteredOn(row -> !row.criterion().speaksFor()).hasSize(6);
  }

  /** The firm keeps 30 %: big from 45 % on, low up to 5 %. */
  @Test
  void aMarginIsBigFromOneAndAHalfTimesTheFirmsAndLowUpToASixth() {
    margin("0.44");
    assertThat(row(Criterion.BIG_MARGIN).holds()).isFalse();
    margin("0.45");
    assertThat(row(Criterion.BIG_MARGIN).holds()).isTrue();
    assertThat(row(Criterion.LOW_MARGIN).holds()).isFalse();
    margin("0.05");
    assertThat(row(Criterion.LOW_MARGIN).holds()).isTrue();
    margin("0.06");
    assertThat(row(Criterion.LOW_MARGIN).holds()).isFalse();
    margin("-0.10");
    assertThat(row(Criterion.LOW_MARGIN).holds()).isTrue();
  }

  private void margin(String share) {
    jdbc.sql(
            "update purchase set margin = amount * %s where customer_id = %d"
                .formatted(share, lost.value()))
        .update();
  }

  /** Of 1,000 with a margin of 300 of which 900 were refunded, 30 of 100 are left. */
  @Test
  void aRefundTakesItsPartOfTheMargin() {
    margin("0.30");
    jdbc.sql("update purchase set refund_told = amount * 0.9").update();
    assertThat(row(Criterion.BIG_MARGIN).holds()).isFalse();
    margin("0.04");
    assertThat(row(Criterion.LOW_MARGIN).holds()).isTrue();
  }

  @Test
  void withoutMarginsNothingIsSaidOfThem() {
    assertThat(row(Criterion.BIG_MARGIN).figures()).isNull();
    assertThat(row(Criterion.BIG_MARGIN).why().key()).endsWith("unknown");
  }

  @Test
  void aFlagshipIsAVisitingCardAndACompetitorIsHurtWhereOneIsKnown() {
    assertThat(row(Criterion.VISITING_CARD).holds()).isFalse();
    jdbc.sql("update customer set flagship = true where id = " + lost.value()).update();
    assertThat(row(Criterion.VISITING_CARD).holds()).isTrue();
    told("competitor", "Brown & Sons");
    assertThat(row(Criterion.HURTS_COMPETITOR).holds()).isTrue();
  }

  @Test
  void whoPaysMoreThanTwoWeeksLatePaysBadly() {
    pay(14);
    assertThat(row(Criterion.PAYS_BADLY).holds()).isFalse();
    pay(15);
    assertThat(row(Criterion.PAYS_BADLY).holds()).isTrue();
  }

  private void pay(int days) {
    jdbc.sql("delete from payment").update();
    jdbc.sql(
            """
            insert into payment (customer_id, source, external_id, paid_at, amount, currency, due_on)
            select %d, 'test', 'p' || n, timestamptz '2026-02-01 12:00Z' + interval '%d days', 10, 'EUR', date '2026-02-01'
              from generate_series(1, 3) n
            """
                .formatted(lost.value(), days))
        .update();
  }

  @Test
  void whoNeverPaysPaysBadly() {
    int before = group();
    owes(14);
    assertThat(row(Criterion.PAYS_BADLY).holds()).isFalse();
    night();
    assertThat(group()).isEqualTo(before);
    owes(15);
    assertThat(row(Criterion.PAYS_BADLY).holds()).isTrue();
    night();
    assertThat(group()).isEqualTo(4);
  }

  /** One order of so many days ago that nobody has paid. */
  private void owes(int days) {
    jdbc.sql("delete from purchase where status = 'pending'").update();
    jdbc.sql(
            """
            insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
            values (%d, 'test', 'owed', timestamptz '%s 10:00Z', 10, 'EUR', 'pending')
            """
                .formatted(lost.value(), DAY.minusDays(days)))
        .update();
  }

  /** He pays one bill in time and another one not at all. */
  @Test
  void whatIsOwedIsWeighedWithWhatWasPaid() {
    pay(0);
    owes(57);
    assertThat(row(Criterion.PAYS_BADLY).holds()).isFalse();
    owes(58);
    assertThat(row(Criterion.PAYS_BADLY).holds()).isTrue();
  }

  @Test
  void whatIsPaidMeanwhileIsNotOwed() {
    owes(40);
    jdbc.sql(
            """
            insert into payment (customer_id, source, external_id, paid_at, amount, currency, purchase)
            values (%d, 'test', 'p', timestamptz '%s 10:00Z', 10, 'EUR', 'owed')
            """
                .formatted(lost.value(), DAY.minusDays(1)))
        .update();
    assertThat(row(Criterion.PAYS_BADLY).holds()).isFalse();
  }

  @Test
  void threeComplaintsAreTooManyForFewPurchases() {
    complaints(2);
    assertThat(row(Criterion.TOO_DEMANDING).holds()).isFalse();
    complaints(3);
    assertThat(row(Criterion.TOO_DEMANDING).holds()).as("three to ten purchases").isTrue();
  }

  /** DEC-19: complaints and purchases are of one period, which the sentence names. */
  @Test
  void complaintsOfYearsBeforeThePurchasesThatCountAreNotHeldAgainstHim() {
    complaints(3);
    complained("l.silent_since - interval '2 years'");
    assertThat(row(Criterion.TOO_DEMANDING).holds()).isFalse();
    assertThat(row(Criterion.TOO_DEMANDING).why().figures()).containsExactly(0, 10);
    complained("l.silent_since - interval '2 years' + interval '1 day'");
    assertThat(row(Criterion.TOO_DEMANDING).holds()).isTrue();
  }

  @Test
  void whatHeComplainedOfAfterHisLastPurchaseCountsUntilHeIsBack() {
    complaints(3);
    complained("l.silent_since + interval '5 days'");
    assertThat(row(Criterion.TOO_DEMANDING).holds()).isTrue();
    jdbc.sql("update lapse set stage = 'RETURNED', returned_on = silent_since + 3").update();
    assertThat(row(Criterion.TOO_DEMANDING).holds()).isFalse();
  }

  @Test
  void aPurchaseInAnotherCurrencyIsAPurchaseOfWhichNoMoneyIsKnown() {
    complaints(3);
    jdbc.sql("update purchase set margin = 1, currency = 'USD' where customer_id = " + lost.value())
        .update();
    assertThat(row(Criterion.TOO_DEMANDING).why().figures()).containsExactly(3, 10);
    assertThat(row(Criterion.LOW_MARGIN).figures()).isNull();
  }

  private void complained(String when) {
    jdbc.sql(
            "update complaint m set complained_at = (%s) at time zone 'Europe/Berlin' from lapse l where l.customer_id = m.customer_id"
                .formatted(when))
        .update();
  }

  private int group() {
    return categories.of(Set.of(lost)).get(lost).group().number();
  }

  /**
   * DEC-02: whoever meets a criterion against is in the fourth group, at once and after a night.
   */
  @ParameterizedTest
  @EnumSource(Criterion.class)
  void whomAPersonSpeaksAgainstIsLetGoUntilHeTakesItBack(Criterion criterion) {
    int before = group();
    assertThat(before).isLessThan(4);
    considerations.mark(lapse(), criterion, true, rep);
    assertThat(group()).isEqualTo(criterion.speaksFor() ? before : 4);
    night();
    assertThat(group()).isEqualTo(criterion.speaksFor() ? before : 4);
    considerations.mark(lapse(), criterion, null, rep);
    assertThat(group()).isEqualTo(before);
  }

  /** DEC-02, DEC-19: by what came in, unless a person says that he pays well. */
  @Test
  void whoPaysMoreThanTwoWeeksLateIsLetGoFromThePaymentOn() {
    int before = group();
    payments.record(List.of(payment("a", 60), payment("b", 0)));
    assertThat(group()).as("two invoices say nothing of a customer").isEqualTo(before);
    payments.record(List.of(payment("a", 14), payment("b", 14), payment("c", 14)));
    assertThat(group()).isEqualTo(before);
    payments.record(List.of(payment("a", 15), payment("b", 15), payment("c", 15)));
    assertThat(group()).isEqualTo(4);
    considerations.mark(lapse(), Criterion.PAYS_BADLY, false, rep);
    assertThat(group()).isEqualTo(before);
    night();
    assertThat(group()).isEqualTo(before);
  }

  private static Payment payment(String number, int daysLate) {
    var due = LocalDate.of(2026, 2, 1);
    return new Payment(
        0,
        "LOST",
        "test",
        number,
        due.plusDays(daysLate).atTime(12, 0).toInstant(ZoneOffset.UTC),
        BigDecimal.TEN,
        "EUR",
        null,
        due,
        null,
        7);
  }

  private void complaints(int number) {
    jdbc.sql("delete from complaint").update();
    for (int i = 0; i < number; i++) {
      jdbc.sql(
              "insert into complaint (customer_id, source, external_id, complained_at) values (%d, 'test', 'k%d', timestamptz '2026-01-01')"
                  .formatted(lost.value(), i))
          .update();
    }
  }

  @Test
  void whoLeftOverAPennyAndBoughtWithCouponsHasNoLoyalty() {
    jdbc.sql("update purchase set coupon = 'C' where customer_id = " + lost.value()).update();
    assertThat(row(Criterion.NO_LOYALTY).holds()).isFalse();
    told("stated", "cheaper", "saidBy", "customer");
    assertThat(row(Criterion.NO_LOYALTY).holds()).isTrue();
  }

  @Test
  void aPersonSaysOtherwiseAndTakesItBack() {
    considerations.mark(lapse(), Criterion.RUDE, true, rep);
    assertThat(row(Criterion.RUDE).holds()).isTrue();
    assertThat(row(Criterion.RUDE).by()).isNotNull();
    considerations.mark(lapse(), Criterion.RUDE, null, rep);
    assertThat(row(Criterion.RUDE).holds()).isFalse();
    assertThat(row(Criterion.RUDE).by()).isNull();
  }

  @Test
  void theFourQuestionsAreFilledInAndAPersonsWordsStandInTheirPlace() {
    assertThat(considerations.answers(lapse(), null, manager))
        .extracting(answer -> answer.filledIn().key())
        .containsExactly(
            "worth.answer.what.ask",
            "worth.answer.unknown",
            "worth.answer.unknown",
            "worth.answer.loyal.unknown");
    told("stated", "price", "saidBy", "customer", "wish", "five percent off");
    considerations.answer(lapse(), Map.of(Question.LOYAL, " they will ask too "), manager);
    var answers = considerations.answers(lapse(), null, manager);
    assertThat(answers.get(0).filledIn().figures()).containsExactly("five percent off");
    assertThat(answers.get(3).words()).isEqualTo("they will ask too");
    considerations.answer(lapse(), Map.of(Question.LOYAL, " "), manager);
    assertThat(considerations.answers(lapse(), null, manager).get(3).words()).isNull();
  }

  /** days.md, the manager's Monday 4: the effect on the loyal is counted in those who stayed. */
  @Test
  void theFourthQuestionCountsThoseOfHisKindWhoBuyAsBefore() {
    for (int i = 0; i < 3; i++) {
      stories.aCustomer().save();
    }
    stories.aCustomer().silentFor(95).save();
    stories.aCustomer().neverBought().save();
    nightly.run(MovableClock.START);
    assertThat(loyal()).isEqualTo(List.of(3));
    jdbc.sql("update customer set kind = 'bar' where id = " + lost.value()).update();
    assertThat(loyal()).isEqualTo(List.of(0));
    jdbc.sql(
            "update customer set kind = 'bar' where id in (select id from customer_row where standing = 'ACTIVE' order by id limit 2)")
        .update();
    assertThat(loyal()).isEqualTo(List.of(2));
    told("stated", "price", "saidBy", "customer");
    assertThat(loyal()).isEqualTo(List.of(0, 2));
  }

  private List<Object> loyal() {
    return considerations.answers(lapse(), null, manager).get(3).filledIn().figures();
  }

  @Test
  void whatTheTimeCostsIsSaidAlsoWhereTheOfferIsNotKnown() {
    var time = Money.of("12.00", "EUR");
    var worth =
        new CaseWorth(
            1,
            .1,
            .3,
            .2,
            .4,
            Channel.CALL,
            10,
            null,
            false,
            null,
            null,
            1,
            time,
            null,
            Verdict.WORTH);
    var cost = considerations.answers(lapse(), worth, manager).get(2).filledIn();
    assertThat(cost.key()).isEqualTo("worth.answer.cost.time");
    assertThat(cost.figures()).containsExactly(time);
  }

  @Test
  void othersWhoLeftForTheSameReasonWithinAYearAreCounted() {
    var other = stories.aCustomer("OTHER").buyingEvery(30).times(5).silentFor(200).save();
    nightly.run(DAY);
    var id =
        jdbc.sql("select id from lapse where customer_id = " + other.value())
            .query(Long.class)
            .single();
    findings.tell(new LapseId(id), Telling.of(Map.of("stated", "price"), List.of()), manager);
    told("stated", "price");
    assertThat(considerations.answers(lapse(), null, manager).get(3).filledIn().figures())
        .containsExactly(1, 0);
  }

  /** Customers and not losses, none of himself, no false alarm, and the year around his silence. */
  @Test
  void neitherHisOwnEarlierLossNorAFalseAlarmIsAnother() {
    var his = lapse();
    for (var ref : List.of("FALSE", "TWICE", "LONG-AGO")) {
      stories.aCustomer(ref).buyingEvery(30).times(5).silentFor(10).save();
    }
    told("stated", "price");
    left("LOST", "REFUSED", 30);
    left("FALSE", "FALSE_ALARM", 0);
    left("TWICE", "REFUSED", 365);
    left("TWICE", "REFUSED", 200);
    left("LONG-AGO", "REFUSED", 366);
    assertThat(considerations.answers(his, null, manager).get(3).filledIn().figures())
        .containsExactly(1, 0);
  }

  /** Fell silent so many days before the first loss, over the price. */
  private void left(String ref, String stage, int earlier) {
    long id =
        jdbc.sql(
                """
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
                select c.id, 2 + %2$d, '%3$s', l.opened_on, 'silent', l.silent_since - %2$d, 1, 'EUR'
                  from customer c, (select * from lapse order by id limit 1) l where c.ref = '%1$s' returning id
                """
                    .formatted(ref, earlier, stage))
            .query(Long.class)
            .single();
    var price = Telling.of(Map.of("stated", "price"), List.of());
    findings.tell(new LapseId(id), price, manager);
  }

  /** The sentence tells what has decided, not another figure beside it. */
  @Test
  void whatDecidesACriterionIsWhatItsSentenceSays() {
    pay(2);
    jdbc.sql("update customer set pays_badly = true where ref = 'LOST'").update();
    assertThat(row(Criterion.PAYS_BADLY).holds()).isTrue();
    assertThat(row(Criterion.PAYS_BADLY).why().key()).isEqualTo("worth.why.pays-badly.marked");
    jdbc.sql("update customer_category set candidate = true").update();
    assertThat(row(Criterion.PROMISING).holds()).isTrue();
    assertThat(row(Criterion.PROMISING).why().key()).isEqualTo("worth.why.promising.candidate");
  }

  @Test
  void anAnswerHasTwoThousandLettersAtMost() {
    considerations.answer(lapse(), Map.of(Question.WHAT, "x".repeat(2000)), manager);
    assertThatThrownBy(
            () -> considerations.answer(lapse(), Map.of(Question.WHAT, "x".repeat(2001)), manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void strangersFindNothingAndMarketingWritesNothing() {
    var other = stories.rep("ralf");
    assertThatThrownBy(() -> considerations.criteria(lapse(), other)).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> considerations.mark(lapse(), Criterion.RUDE, true, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(
            () -> considerations.answer(lapse(), Map.of(Question.WHAT, "x"), stories.marketing()))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void erasureTakesTheWordsAway() {
    considerations.answer(lapse(), Map.of(Question.WHAT, "call his wife"), manager);
    customers.erase("LOST", manager);
    assertThat(
            jdbc.sql("select count(*) from decision_answer where words is not null")
                .query(Long.class)
                .single())
        .isZero();
  }
}
