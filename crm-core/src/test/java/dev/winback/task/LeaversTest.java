package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.PersonCorrections;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * UND-24 and "left firm": one person who has left does not close his firm; the day is Monday, 1
 * June 2026.
 */
@CoreTest
class LeaversTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired PersonCorrections persons;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aFirmIsToBeCalled() {
    rep = stories.rep("rep");
    task = desk.call(rep);
    jdbc.sql(
            """
            update customer set ref = 'F', company = 'Weber GmbH', first_name = 'Anna', last_name = 'Berg', email = 'anna@weber.example'
            """)
        .update();
  }

  private void person(String name, boolean main) {
    jdbc.sql(
            """
            insert into person (customer_id, source, external_id, first_name, email, main)
            select id, 'test', :name, :name, lower(:name) || '@weber.example', :main from customer
            """)
        .param("name", name)
        .param("main", main)
        .update();
  }

  private Logged gone(@Nullable String reason) {
    return tasks.log(
        task, new CallLog(CallResult.PERSON_GONE, "", reason, null, null, null, false, null), rep);
  }

  private String withWhom() {
    return jdbc.sql(
            "select case when missing then 'nobody' else concat_ws(' ', first_name, last_name) end from contact_person")
        .query(String.class)
        .single();
  }

  private List<String> work() {
    return jdbc.sql("select kind || ' ' || state || ' ' || due_on from task order by id")
        .query(String.class)
        .list();
  }

  private void assertGoesOn() {
    assertThat(desk.see(task)).containsEntry("stage", "WORKING").containsEntry("status", "active");
  }

  @Test
  void withSomebodyElseThereTheNextCallIsToHim() {
    person("Anna", true);
    person("Ben", false);
    var logged = gone(null);
    assertGoesOn();
    assertThat(withWhom()).isEqualTo("Ben");
    assertThat(logged.nextTask()).isNotNull();
    assertThat(work()).containsExactly("call done " + MONDAY, "call open " + MONDAY.plusDays(1));
    tasks.undo(task, rep);
    assertThat(withWhom()).isEqualTo("Anna");
    assertThat(work()).containsExactly("call open " + MONDAY, "call cancelled 2026-06-02");
  }

  @Test
  void whoHasDiedLeftHisFirmToo() {
    person("Anna", true);
    person("Ben", false);
    gone("deceased");
    assertGoesOn();
    assertThat(withWhom()).isEqualTo("Ben");
  }

  @Test
  void withoutAnybodyASuccessorIsSearchedAndNoLetterGoesToWhoHasLeft() {
    gone(null);
    assertGoesOn();
    assertThat(withWhom()).isEqualTo("nobody");
    assertThat(work()).last().isEqualTo("data_care open " + MONDAY.plusDays(1));
    assertThat(jdbc.sql("select email || ' ' || left_on from person").query(String.class).single())
        .isEqualTo("anna@weber.example " + MONDAY);
    tasks.undo(task, rep);
    assertThat(withWhom()).isEqualTo("Anna Berg");
    assertThat(desk.count("person")).isZero();
  }

  @Test
  void theSuccessorIsCalledAsSoonAsHeIsEntered() {
    gone(null);
    persons.add("F", Map.of("first_name", "Carl", "last_name", "Dorn"), rep);
    assertThat(withWhom()).isEqualTo("Carl Dorn");
    assertThat(work())
        .containsExactly(
            "call done " + MONDAY, "data_care done " + MONDAY.plusDays(1), "call open " + MONDAY);
  }

  @Test
  void aSuccessorWhomAFileBringsIsCalledAfterTheNight() {
    gone(null);
    tasks.plan(MONDAY);
    assertThat(work()).last().asString().startsWith("data_care open");
    person("Carl", true);
    tasks.plan(MONDAY);
    tasks.plan(MONDAY);
    assertThat(work()).hasSize(3).last().isEqualTo("call open " + MONDAY);
  }

  @Test
  void aPersonWhoIsCorrectedEndsNoSearchForSomethingElse() {
    tasks.log(task, CallLog.of(CallResult.WRONG_NUMBER), rep);
    persons.add("F", Map.of("last_name", "Dorn"), rep);
    assertThat(work()).last().asString().startsWith("data_care open");
  }

  @Test
  void whatWasPromisedToTheFirmStays() {
    desk.set(task, "kind", "call");
    jdbc.sql(
            """
            insert into task (lapse_id, customer_id, member_id, kind, state, due_on, weight)
            select lapse_id, customer_id, member_id, 'promise', 'open', '2026-06-03', 1 from task
            """)
        .update();
    gone(null);
    assertThat(work()).contains("promise open 2026-06-03");
  }

  @Test
  void aFirmThatIsBankruptIsGone() {
    person("Anna", true);
    person("Ben", false);
    gone("bankrupt");
    assertThat(desk.see(task)).containsEntry("stage", "GONE").containsEntry("status", "bankrupt");
  }
}
