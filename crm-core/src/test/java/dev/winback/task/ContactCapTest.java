package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.grant.GrantId;
import dev.winback.grant.OfferGiven;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapseReassigned;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.task.CallWindow.NotNow;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One cap over all channels binds letters and calls (rules.md, "Contact gaps"; I22, OPS-06); it is
 * noon in Berlin, 1 June 2026.
 */
@CoreTest
class ContactCapTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  private Actor rep;

  @BeforeEach
  void hire() {
    rep = stories.rep("rep");
  }

  @Test
  void theCapOfTheSettingBindsCallsAsItBindsLetters() {
    var task = desk.call(rep);
    desk.attempts(task, 2, MONDAY.minusDays(10));
    jdbc.sql("update task set state = 'cancelled'").update();
    jdbc.sql("update sending set contact_cap = 2").update();
    assertThat(tasks.plan(MONDAY)).isZero();
    jdbc.sql("update sending set contact_cap = null").update();
    desk.attempts(task, 9, MONDAY.minusDays(9));
    assertThat(tasks.plan(MONDAY)).as("without a cap").isEqualTo(1);
  }

  @Test
  void whoeverNamesADayNamesOneOnWhichTheCapIsFree() {
    jdbc.sql("update sending set contact_cap = 2").update();
    var task = desk.call(rep);
    desk.attempts(task, 1, MONDAY.minusDays(20));
    assertThatThrownBy(() -> tasks.log(task, notThere("2026-06-10"), rep))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.sentence().figures()).contains(LocalDate.of(2026, 6, 11)));
    var logged = tasks.log(task, notThere("2026-06-11"), rep);
    assertThat(logged.nextOn()).isEqualTo("2026-06-11");
  }

  @Test
  void aFarContactThatFindsNobodyIsPutOffUntilTheCapIsFreeAndNotLost() {
    jdbc.sql("update sending set contact_cap = 2").update();
    var task = desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.FAR_CONTACT, MONDAY);
    jdbc.sql("update lapse set stage = 'REFUSED'").update();
    desk.attempts(task, 1, MONDAY.minusDays(20));
    var logged = tasks.log(task, CallLog.of(CallResult.NOT_THERE), rep);
    assertThat(logged.nextOn()).isEqualTo("2026-06-11");
  }

  @Test
  void anOpenAttemptWaitsForTheCapAndWhatHeExpectsDoesNot() {
    var attempt = desk.call(rep);
    var promised = desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.SOLVED, MONDAY);
    desk.attempts(attempt, 6, MONDAY.minusDays(5));
    desk.attempts(promised, 6, MONDAY.minusDays(5));
    assertThat(notNow(attempt)).isEqualTo(NotNow.CONTACT_CAP);
    assertThat(notNow(promised)).isNull();
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, direction)
            select customer_id, 'test', 'he wrote', :at, 'email', 'in' from task where id = :id
            """)
        .param("id", attempt.value())
        .param("at", OffsetDateTime.parse("2026-05-30T10:00:00Z"))
        .update();
    assertThat(notNow(attempt)).as("he is answered").isNull();
  }

  /** It may have arrived: the gate of letters counts it too. */
  @ParameterizedTest
  @ValueSource(strings = {"IN_DOUBT", "ANNOUNCED"})
  void aLetterOfWhichNobodyKnowsYetIsAnAttempt(String state) {
    jdbc.sql("update sending set contact_cap = 1").update();
    var lapse = desk.lapseOf(rep, "1");
    announced(lapse, state);
    assertThat(tasks.plan(MONDAY)).isZero();
    events.publishEvent(new OfferGiven(new GrantId(1), lapse, MONDAY.plusDays(9)));
    assertThat(desk.open(rep)).as("he expects to be asked for his answer").hasSize(1);
    jdbc.sql("update task set state = 'cancelled'").update();
    var queued = desk.task(lapse, rep, TaskKind.CALL, MONDAY);
    jdbc.sql("update task set state = 'cancelled', ended_by_queue = true").update();
    events.publishEvent(new LapseReassigned(lapse, rep.id()));
    assertThat(desk.see(queued)).containsEntry("state", "cancelled");
    jdbc.sql("update letter set state = 'FAILED'").update();
    assertThat(tasks.plan(MONDAY)).isEqualTo(1);
  }

  private void announced(LapseId lapse, String state) {
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, announced_at)
            select id, customer_id, 1, :state, 0, (select min(id) from template), :day, :at from lapse where id = :lapse
            """)
        .param("lapse", lapse.value())
        .param("state", state)
        .param("day", MONDAY)
        .param("at", OffsetDateTime.parse("2026-05-30T10:00:00Z"))
        .update();
  }

  private NotNow notNow(TaskId task) {
    return tasks.today(null, null, null, rep).queue().stream()
        .filter(row -> row.id().equals(task))
        .findFirst()
        .orElseThrow()
        .window()
        .notNow();
  }

  private static CallLog notThere(String next) {
    return new CallLog(CallResult.NOT_THERE, "", null, null, null, next, false, null);
  }
}
