package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winback.lapse.LapseId;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * DEC-17: the customer as an investment, chance and margin on one scale, offer and time on the
 * other.
 */
class ScalesTest extends WorthStories {

  @Test
  void theGainIsWhatAskingAddsLessOfferAndTime() {
    assertThat(Scales.gain(0.3, 0.1, 1000, 50, 10)).isEqualTo(175, within(1e-9));
    assertThat(Scales.gain(0.3, 0.3, 1000, 50, 10))
        .as("he comes anyway")
        .isEqualTo(-25, within(1e-9));
  }

  @Test
  void everyOpenLossIsWeighedByNightAndASecondNightWritesNothing() {
    history();
    night();
    var open = "select count(*) from lapse where stage in ('LATE', 'LOST')";
    assertThat(jdbc.sql("select count(*) from lapse_worth").query(Long.class).single())
        .isEqualTo(jdbc.sql(open).query(Long.class).single())
        .isGreaterThan(10);
    assertThat(worths.settle(DAY)).isZero();
  }

  @Test
  void thePageShowsTheFiguresOfTheListAndTheyAddUp() {
    history();
    night();
    var worth = explained().worth();
    var row = stored();
    assertThat((BigDecimal) row.get("gain")).isEqualByComparingTo(worth.gain().amount());
    assertThat((BigDecimal) row.get("second_life"))
        .isEqualByComparingTo(worth.secondLife().amount());
    double gain =
        Scales.gain(
            worth.chance(),
            worth.unasked(),
            worth.secondLife().amount().doubleValue(),
            worth.offer().amount().doubleValue(),
            worth.effort().amount().doubleValue());
    assertThat(worth.gain().amount().doubleValue()).isEqualTo(gain, within(0.02));
    assertThat(worth.effort().amount().doubleValue())
        .as("20 minutes at 30 an hour for each call that is to be expected")
        .isEqualTo(10 * worth.contacts(), within(0.01));
    assertThat(worth.chance()).isBetween(worth.low(), worth.high());
  }

  /** The last contact is the one that brings him back: of two at a tenth each, 1 + 0.9. */
  @ParameterizedTest
  @CsvSource({"1, 0.3, 1", "4, 0, 4", "4, 1, 1", "2, 0.19, 1.9"})
  void whoComesBackNeedsNoFurtherContact(int planned, double chance, double expected) {
    assertThat(Scales.expected(planned, chance)).isEqualTo(expected, within(1e-9));
  }

  /** DEC-17: the outcome that the chance speaks of has all contacts of the plan in it. */
  @Test
  void theTimeIsThatOfAllCallsThatAreStillPlannedAndWhatIsSpentIsOnNoScale() {
    history();
    night();
    plan(6);
    var all = explained();
    assertThat(all.planned()).isEqualTo(6);
    assertThat(all.worth().contacts()).isEqualTo(Scales.expected(6, chance()));
    assertThat(all.worth().effort().amount()).as("more than one").isGreaterThan(cents("10"));
    assertThat(all.spent().money().amount()).isZero();
    call(4);
    assertThat(explained().planned()).isEqualTo(2);
    assertThat(explained().spent().calls()).isEqualTo(4);
    assertThat(explained().spent().money().amount()).isEqualByComparingTo("40");
    assertThat(explained().worth().gain().amount()).isGreaterThan(all.worth().gain().amount());
    call(3);
    assertThat(explained().worth().effort().amount()).as("one more").isEqualByComparingTo("10");
  }

  /** A record that became part of this one brings its calls and its plan along. */
  @Test
  void theCallsThatAreLeftAreThoseOfThePlanOfCalls() {
    history();
    night();
    var loss = lapse();
    assertThat(explained().planned()).isEqualTo(left(loss));
    call(1);
    assertThat(explained().planned()).isEqualTo(left(loss)).isGreaterThan(1);
    var part = partOf(loss);
    plan(part, 9);
    assertThat(worths.of(loss, manager).orElseThrow().planned()).isEqualTo(8);
    jdbc.sql("update call set lapse_id = :p").param("p", part.value()).update();
    assertThat(worths.of(loss, manager).orElseThrow().planned()).isEqualTo(8);
    assertThat(left(loss)).isEqualTo(8);
    jdbc.sql("update call set undone_at = now()").update();
    assertThat(worths.of(loss, manager).orElseThrow().planned()).isEqualTo(9);
  }

  private int left(LapseId loss) {
    return jdbc.sql("select planned_contacts(:l) - calls_made(:l)")
        .param("l", loss.value())
        .query(Integer.class)
        .single();
  }

  private LapseId partOf(LapseId loss) {
    return jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, closed_on,
                               merged_with)
            select customer_id, 99, 'MERGED', opened_on, opened_by, silent_since, value_year, currency, opened_on, id
              from lapse where id = :l returning id
            """)
        .param("l", loss.value())
        .query((row, n) -> new LapseId(row.getLong(1)))
        .single();
  }

  private void plan(int contacts) {
    plan(lapse(), contacts);
  }

  private void plan(LapseId loss, int contacts) {
    jdbc.sql("insert into contact_plan (lapse_id, planned) values (:l, :n)")
        .param("l", loss.value())
        .param("n", contacts)
        .update();
  }

  private void call(int times) {
    jdbc.sql(
            """
            with done as (
              insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
              values (:l, :c, :m, 'call', 'done', :d) returning id)
            insert into call (task_id, lapse_id, customer_id, member_id, result, called_at)
            select done.id, :l, :c, :m, 'not_there', :d::timestamp from done, generate_series(1, :n)
            """)
        .param("l", lapse().value())
        .param("c", lost.value())
        .param("m", rep.member())
        .param("d", DAY)
        .param("n", times)
        .update();
  }

  /**
   * Of the rungs he has reached the highest alone writes, and those of the next 13 weeks after it.
   */
  @Test
  void lettersCountAsTheLadderWillSendThem() {
    history();
    jdbc.sql("update customer set preferred_channel = 'email' where ref = 'LOST'").update();
    night();
    assertThat(explained().planned()).as("no rung runs: the one that is weighed").isOne();
    jdbc.sql("update rung set mode = 'review', backlog = true where number between 1 and 3")
        .update();
    assertThat(explained().planned()).as("90 and 180 days, silent for 150").isEqualTo(2);
    assertThat(explained().worth().effort().amount()).isBetween(cents("0.05"), cents("0.10"));
  }

  private static BigDecimal cents(String amount) {
    return new BigDecimal(amount);
  }

  @Test
  void askingRaisesTheChance() {
    history();
    night();
    assertThat(chance()).isGreaterThan(explained().worth().unasked());
  }

  /** What speaks against the case speaks against his coming unasked as well. */
  @Test
  void askingIsNeverTakenToDoHarm() {
    history();
    night();
    told("stated", "service", "saidBy", "customer", "severity", "5", "human", "yes");
    call(5);
    var worth = explained().worth();
    assertThat(worth.chance()).isEqualTo(worth.unasked());
    assertThat(worth.gain().amount())
        .isGreaterThanOrEqualTo(
            worth.effort().amount().add(worth.offer().amount()).negate().subtract(cents("0.02")));
    assertThat(worth.verdict()).isEqualTo(Verdict.NOT_WORTH);
    assertThat(worth.helps()).isFalse();
    assertThat(worth.chance()).isBetween(worth.low(), worth.high());
  }

  @Test
  void whoCannotBeReachedHasTheChanceOfWhoIsLeftAlone() {
    history();
    jdbc.sql("update customer set phone = null, phone_e164 = null, email = null where ref = 'LOST'")
        .update();
    night();
    var worth = explained().worth();
    assertThat(worth.channel()).isEqualTo(Channel.NONE);
    assertThat(worth.chance()).isEqualTo(worth.unasked());
    assertThat(worth.gain()).isNull();
    assertThat(worth.verdict()).isEqualTo(Verdict.UNREACHABLE);
  }

  @Test
  void timeThatCostsMoreThanASecondLifeIsNotWorthIt() {
    history();
    night();
    var before = costs.settings();
    costs.change(
        new CostSettings(
            before.marginPercent(), new BigDecimal("9999"), before.letterCost(), 480, null, null),
        manager);
    worths.settle(DAY);
    assertThat(stored()).containsEntry("verdict", "not-worth");
  }

  /** DET-23: no offer brings back who moved away. */
  @Test
  void whoMovedAwayIsNoCase() {
    history();
    night();
    told("stated", "moved", "saidBy", "customer");
    assertThat(explained().worth().verdict()).isEqualTo(Verdict.GONE);
    assertThat(explained().worth().gain()).isNull();
  }

  @Test
  void withoutAModelNobodyIsWeighed() {
    night();
    assertThat(worths.of(lapse(), manager)).isEmpty();
    assertThat(jdbc.sql("select count(*) from lapse_worth").query(Long.class).single()).isZero();
  }
}
