package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.team.TeamFilter;
import dev.winback.team.TeamLine;
import dev.winback.team.Teams;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CAL-38: the work of each executor; CAL-35: his share of what the returned brought. */
@CoreTest
class WorkReportTest {

  private static final TeamFilter ALL = new TeamFilter(null, null, null, null);

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired Tasks tasks;
  @Autowired Teams teams;
  @Autowired WorkRules rules;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;

  @BeforeEach
  void hire() {
    rep = stories.rep("rep");
  }

  @Test
  void callsTalksAndPromisesAreThoseOfTheDays() {
    tasks.log(desk.call(rep), CallLog.of(CallResult.NOT_THERE), rep);
    tasks.log(desk.call(rep), CallLog.of(CallResult.THINKING), rep);
    var undone = desk.call(rep);
    tasks.log(undone, CallLog.of(CallResult.THINKING), rep);
    tasks.undo(undone, rep);
    assertThat(mine(ALL))
        .returns(2L, TeamLine::attempts)
        .returns(1L, TeamLine::talks)
        .returns(0L, TeamLine::returned);
    assertThat(mine(new TeamFilter(null, null, MONDAY.minusDays(1).toString(), null)))
        .returns(0L, TeamLine::attempts);
  }

  @Test
  void aReturnCountsForWhoHasItsCreditWithHisShareOfTheFirstOrder() {
    var customer = stories.aCustomer().save();
    jdbc.sql(
            """
            insert into purchase (customer_id, purchased_at, source, external_id, amount, currency, status, refund_told)
            values (:customer, '2026-06-01T08:00:00Z', 'test', 'back', 1500, 'EUR', 'paid', 500)
            """)
        .param("customer", customer.value())
        .update();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency,
                               returned_on, return_purchase_id, credit, credit_member)
            select :customer, 1, 'RETURNED', '2026-05-01', 'night', '2026-01-01', 900, 'EUR', '2026-06-01', p.id, 'call', :rep
              from purchase p where p.external_id = 'back'
            """)
        .param("customer", customer.value())
        .param("rep", rep.member())
        .update();
    assertThat(mine(ALL))
        .returns(1L, TeamLine::returned)
        .returns(new BigDecimal("1000.00"), TeamLine::money)
        .returns(new BigDecimal("20.00"), TeamLine::share);
    assertThat(tasks.today(null, null, null, rep).waiting())
        .returns(1L, Waiting::returned)
        .returns(new BigDecimal("20.00"), Waiting::share);
    share("5.5");
    assertThat(mine(ALL).share()).isEqualByComparingTo("55");
  }

  /** What was earned is not rewritten by a setting; one of the day itself is that day's. */
  @Test
  void theShareOfAReturnIsThatOfItsDay() {
    for (int day = 0; day < 3; day++) {
      returned(MONDAY.plusDays(day));
    }
    clock.setDay(MONDAY.plusDays(1));
    share("7");
    share("5");
    clock.setDay(MONDAY.plusDays(2));
    share("10");
    assertThat(mine(ALL).share()).isEqualByComparingTo("17.00"); // 2 + 5 + 10 percent of 100.00
    share("5");
    assertThat(mine(ALL).share()).isEqualByComparingTo("12.00");
  }

  private void returned(LocalDate day) {
    var customer = stories.aCustomer().save();
    long purchase = stories.purchase(customer, day, "100.00");
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency,
                               returned_on, return_purchase_id, credit, credit_member)
            values (:customer, 1, 'RETURNED', '2026-05-01', 'night', '2026-01-01', 900, 'EUR', :day, :purchase, 'call', :rep)
            """)
        .param("customer", customer.value())
        .param("day", day)
        .param("purchase", purchase)
        .param("rep", rep.member())
        .update();
  }

  @Test
  void aRepSeesHisOwnLineAndAManagerAll() {
    stories.rep("rep2");
    assertThat(teams.lines(ALL, rep)).hasSize(1);
    assertThat(teams.lines(ALL, stories.manager())).hasSize(2);
    assertThatThrownBy(() -> teams.lines(ALL, stories.marketing())).isInstanceOf(NotAllowed.class);
  }

  /** One definition in the database and in the program. */
  @ParameterizedTest
  @EnumSource(TaskKind.class)
  void theDatabaseKnowsWhatIsPromised(TaskKind kind) {
    var promised =
        jdbc.sql("select promised_kind(:kind)").param("kind", kind.code()).query(Boolean.class);
    assertThat(promised.single()).isEqualTo(kind.promised());
  }

  private TeamLine mine(TeamFilter days) {
    return teams.lines(days, rep).get(0);
  }

  private void share(String percent) {
    rules.change(
        new WorkSettings(
            6,
            5,
            4,
            7,
            new BigDecimal(percent),
            LocalTime.of(9, 0),
            LocalTime.of(18, 0),
            LocalTime.of(9, 0),
            LocalTime.of(19, 0)),
        stories.manager());
  }
}
