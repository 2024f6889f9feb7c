package dev.winback.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Stage;
import dev.winback.nightly.NightlyRun;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.report.Moves;
import dev.winback.report.Period;
import dev.winback.shared.Refused;
import dev.winback.signal.Profiles;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Programme;
import dev.winback.staff.Programmes;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.Desk;
import dev.winback.task.TaskId;
import dev.winback.task.TaskKind;
import dev.winback.task.Tasks;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * days.md, "Monday" 7: what each rep did, each figure with its names; MEA-13 whom nobody contacted;
 * OPS-01 who answers for the programme.
 */
@CoreTest
class TeamsTest {

  private static final LocalDate TODAY = MovableClock.START;
  private static final TeamFilter ALL = TeamFilter.of("all");

  @Autowired Teams teams;
  @Autowired TeamPeriod period;
  @Autowired Profiles profiles;
  @Autowired WorkLists lists;
  @Autowired LostCustomers lost;
  @Autowired Moves moves;
  @Autowired Programmes programmes;
  @Autowired NightlyRun nightly;
  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor manager;
  private Actor rep;

  @BeforeEach
  void people() {
    manager = stories.manager();
    rep = stories.rep("rep");
  }

  private TeamLine line() {
    return teams.lines(ALL, manager).stream()
        .filter(line -> line.login().equals("rep"))
        .findFirst()
        .orElseThrow();
  }

  private void lostBy(CustomerId customer, boolean inherited) {
    jdbc.sql("update lapse set lost_by = :rep, inherited = :i where customer_id = :c")
        .param("rep", rep.member())
        .param("i", inherited)
        .param("c", customer.value())
        .update();
  }

  /** MEA-01: who is only late has not been lost by anybody; each number is as long as its list. */
  @Test
  void whoIsOnlyLateIsNotLostByAnybody() {
    nightly.run(TODAY);
    var late = stories.aCustomer().ownedBy(rep).silentFor(100).save();
    var gone = stories.aCustomer().ownedBy(rep).silentFor(100).save();
    desk.lapse(late, null, "1", Stage.LATE);
    desk.lapse(gone, null, "1", Stage.LOST);
    lostBy(late, false);
    lostBy(gone, false);
    assertThat(line().lost()).isOne();
    var list = new Period("loss", TODAY, TODAY, "rep", null);
    assertThat(moves.count(list, manager)).isOne();
    assertThat(moves.page(list, null, 10, manager).items()).hasSize(1);
    assertThat(moves.count(new Period("loss", TODAY, TODAY, "ann", null), manager)).isZero();
  }

  @Test
  void whatARepLostIsHisListAndWhomOthersHaveNow() {
    nightly.run(TODAY);
    var his = stories.aCustomer().ownedBy(rep).silentFor(100).save();
    var handedOver = stories.aCustomer().ownedBy(rep).silentFor(100).save();
    for (var customer : List.of(his, handedOver)) {
      desk.lapse(customer, null, "1", Stage.LOST);
      lostBy(customer, false);
    }
    jdbc.sql("update customer set owner_id = :m where id = :c")
        .param("m", manager.member())
        .param("c", handedOver.value())
        .update();
    var list = new Period("loss", TODAY, TODAY, "rep", null);
    var own = teams.lines(ALL, rep).get(0).lost();
    assertThat(own).isEqualTo(2);
    assertThat(moves.count(list, rep)).isOne();
    assertThat(moves.othersNow(list, rep)).isOne();
    assertThat(moves.othersNow(list, manager)).isZero();
    assertThat(moves.othersNow(Period.of("loss", TODAY, TODAY), rep)).isZero();
    var another = stories.rep("another");
    assertThat(moves.othersNow(list, another)).isZero();
  }

  @Test
  void theShareOfLostHasItsBaseAndTheInheritedMark() {
    nightly.run(TODAY);
    var kept = stories.aCustomer().ownedBy(rep).silentFor(10).save();
    var lostOwn = stories.aCustomer().ownedBy(rep).silentFor(100).save();
    var gone = stories.aCustomer().silentFor(100).save();
    desk.lapse(lostOwn, null, "1", Stage.LOST);
    desk.lapse(gone, null, "1", Stage.LOST);
    lostBy(lostOwn, false);
    lostBy(gone, true);
    var line = line();
    assertThat(kept).isNotNull();
    assertThat(line.customers()).isEqualTo(2);
    // two he has, one that somebody else has now
    assertThat(line.base()).isEqualTo(3);
    assertThat(line.lost()).isEqualTo(2);
    assertThat(line.inherited()).isEqualTo(1);
    assertThat(line.lostShare()).isEqualTo(2.0 / 3);
    var before = new TeamFilter(null, null, TODAY.minusDays(1).toString(), null);
    assertThat(teams.lines(before, manager).get(0).lost()).isZero();
  }

  /** MEA-03: often bought, short period; seldom, a long one. */
  @ParameterizedTest
  @CsvSource({
    "'90, 180, 360', 90",
    "'30, 60, 120', 30",
    "'3, 60, 120', 7",
    "'366, 500, 700', 366",
    "'400, 500, 700', 366"
  })
  void thePeriodFitsHowOftenCustomersBuy(String classes, int days) {
    var lost = classes.split(", ")[1];
    profiles.change("", java.util.Map.of("classes", classes, "lostClass", lost), manager);
    assertThat(period.days()).isEqualTo(days);
    assertThat(period.first(ALL)).isEqualTo(TODAY.minusDays(days - 1));
    assertThat(period.last(ALL)).isEqualTo(TODAY);
    var from = TODAY.minusDays(5).toString();
    assertThat(period.first(new TeamFilter(null, from, null, null))).isEqualTo(from);
  }

  @Test
  void attemptsAndTalksAreTheCallsOfTheList() {
    tasks.log(desk.call(rep), CallLog.of(CallResult.NOT_THERE), rep);
    tasks.log(desk.call(rep), CallLog.of(CallResult.TALKED), rep);
    assertThat(line().attempts()).isEqualTo(2).isEqualTo(lists.count(WorkKind.CALLS, ALL, manager));
    assertThat(line().talks())
        .isEqualTo(1)
        .isEqualTo(lists.count(WorkKind.CALLS, TeamFilter.of("talks"), manager));
    assertThat(lists.page(WorkKind.CALLS, ALL, null, 1, manager).next()).isNotNull();
  }

  private TaskId promise(int dueIn) {
    return desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.PROMISE, TODAY.plusDays(dueIn));
  }

  private void finished(TaskId task, int day) {
    jdbc.sql("update task set state = 'done', closed_at = :at where id = :id")
        .param("at", TODAY.plusDays(day).atTime(23, 30).atZone(clock.getZone()).toOffsetDateTime())
        .param("id", task.value())
        .update();
  }

  @ParameterizedTest
  @CsvSource({
    // due, finished (empty: open): state
    "-1, -1, kept",
    "-1,  0, broken",
    "-1,   , overdue",
    " 0,   , open",
    " 0,  0, kept",
  })
  void aPromiseIsKeptOnItsDayAndNotAfter(int due, Integer finished, String state) {
    var promise = promise(due);
    if (finished != null) {
      finished(promise, finished);
    }
    var rows = lists.page(WorkKind.PROMISES, ALL, null, 10, manager).items();
    assertThat(rows).extracting(WorkRow::state).containsExactly(state);
    var line = line();
    assertThat(line.kept()).isEqualTo(state.equals("kept") ? 1 : 0);
    boolean broken = state.equals("broken") || state.equals("overdue");
    assertThat(line.broken()).isEqualTo(broken ? 1 : 0);
    assertThat(lists.count(WorkKind.PROMISES, TeamFilter.of("broken"), manager))
        .isEqualTo(line.broken());
  }

  @Test
  void aReturnHasItsMoney() {
    var customer = stories.aCustomer().silentFor(100).save();
    desk.lapse(customer, rep, "1", Stage.LOST);
    long purchase = stories.purchase(customer, TODAY, "50.00");
    jdbc.sql(
            """
            update lapse set stage = 'RETURNED', returned_on = :d, return_purchase_id = :p, credit = 'call', credit_member = assignee
            """)
        .param("d", TODAY)
        .param("p", purchase)
        .update();
    assertThat(line().returned()).isEqualTo(1);
    assertThat(line().money()).isEqualByComparingTo("50");
    assertThat(lists.page(WorkKind.RETURNS, ALL, null, 10, rep).items().get(0).amount())
        .isEqualByComparingTo("50");
  }

  /** MEA-03: in a small firm the manager sells, and losses of who left would be nobody's. */
  @Test
  void whoeverHasAFigureHasALine() {
    nightly.run(TODAY);
    var gone = stories.rep("gone");
    assertThat(logins()).containsExactly("gone", "rep");
    tasks.log(desk.call(manager), CallLog.of(CallResult.TALKED), manager);
    desk.lapse(stories.aCustomer().silentFor(100).save(), null, "1", Stage.LOST);
    jdbc.sql("update lapse set lost_by = :gone where assignee is null")
        .param("gone", gone.member())
        .update();
    jdbc.sql("update member set active = false where id = :gone")
        .param("gone", gone.member())
        .update();
    assertThat(teams.lines(ALL, manager))
        .extracting(TeamLine::login, TeamLine::active, TeamLine::lost, TeamLine::talks)
        .containsExactlyInAnyOrder(
            tuple(manager.login(), true, 0L, 1L),
            tuple("gone", false, 1L, 0L),
            tuple("rep", true, 0L, 0L));
    var before = new TeamFilter(null, null, TODAY.minusDays(1).toString(), null);
    assertThat(teams.lines(before, manager)).extracting(TeamLine::login).doesNotContain("gone");
  }

  private List<String> logins() {
    return teams.lines(ALL, manager).stream().map(TeamLine::login).sorted().toList();
  }

  @Test
  void aRepSeesHisOwnFiguresAlone() {
    var other = stories.rep("other");
    tasks.log(desk.call(other), CallLog.of(CallResult.TALKED), other);
    assertThat(teams.lines(ALL, rep)).extracting(TeamLine::login).containsExactly("rep");
    assertThat(lists.count(WorkKind.CALLS, ALL, rep)).isZero();
    assertThat(teams.lines(ALL, manager)).hasSize(2);
    assertThatThrownBy(() -> teams.lines(ALL, stories.marketing())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> lists.count(WorkKind.CALLS, TeamFilter.of("x"), manager))
        .isInstanceOf(Refused.class);
  }

  private int count(String work) {
    int counted = lost.count(LostFilter.work(work), manager);
    assertThat(lost.page(LostFilter.work(work), null, 100, manager).items()).hasSize(counted);
    return counted;
  }

  /** MEA-13. */
  @Test
  void aLossIsUntouchedAfterSevenDaysAndUncontactedUntilSomebodyCalls() {
    var customer = stories.aCustomer().silentFor(100).save();
    nightly.run(TODAY);
    assertThat(count("untouched")).isZero();
    assertThat(count("uncontacted")).isEqualTo(1);
    clock.setDay(TODAY.plusDays(6));
    nightly.run(TODAY.plusDays(6));
    assertThat(count("untouched")).isZero();
    clock.setDay(TODAY.plusDays(7));
    nightly.run(TODAY.plusDays(7));
    assertThat(count("untouched")).isEqualTo(1);
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel)
            values (:c, 'story', 'x', :at, 'phone')
            """)
        .param("c", customer.value())
        .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();
    assertThat(count("untouched")).isZero();
    assertThat(count("uncontacted")).isZero();
  }

  /** OPS-01. */
  @Test
  void somebodyByNameAnswersForTheProgramme() {
    assertThat(programmes.current().ownerName()).isNull();
    programmes.change(new Programme("manager", null, "Head of sales", 5, 10), manager);
    assertThat(programmes.current().ownerName()).isEqualTo("Manager");
    assertThat(programmes.current().ownerTitle()).isEqualTo("Head of sales");
    var unknown = new Programme("nobody", null, null, 3, 7);
    assertThatThrownBy(() -> programmes.change(unknown, manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> programmes.change(unknown, rep)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> programmes.change(new Programme(null, null, null, 0, 7), manager))
        .isInstanceOf(Refused.class);
    programmes.change(new Programme(null, null, null, 1, 365), manager);
    assertThat(programmes.current().ownerName()).isNull();
  }
}
