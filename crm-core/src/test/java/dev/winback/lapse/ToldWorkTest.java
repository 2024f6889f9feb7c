package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.Loading;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * An outcome that a file or a program tells leaves the work that our own call leaves (CAL-20,
 * CAL-21, DET-23).
 */
class ToldWorkTest extends ToldStories {

  @Autowired Loading loading;

  private String rep;

  @BeforeEach
  void oneWorksOnIt() {
    stories.rep("anna");
    rep = "anna";
    jdbc.sql("update customer set company = 'Lost and Sons' where ref = 'LOST'").update();
    night();
    assertThat(field(lost, "assignee")).isNotNull();
  }

  /** MovableClock.START is a Monday, 2026-06-01. */
  @Test
  void aFinalNoLeavesOneFarContact() {
    told("C1", "final_no", 3);
    assertThat(work())
        .containsExactly(
            "far_contact open " + workingDay(today.minusDays(3).plusMonths(6)) + " " + rep);
    told("C1", "final_no", 3);
    night();
    assertThat(work()).hasSize(1);
  }

  @Test
  void aFinalNoOfBeforeTheLossLeavesItToWhoeverGetsTheLoss() {
    stories.aCustomer("EARLY").silentFor(80).save();
    contacts.record(List.of(contact("EARLY", "E1", "final_no", 1)));
    var day = today.minusDays(1).plusMonths(6);
    passDays(12);
    night();
    assertThat(workOf("EARLY")).containsExactly("far_contact open " + workingDay(day) + " " + rep);
    nightAgain();
    assertThat(workOf("EARLY")).hasSize(1);
  }

  @Test
  void notWantedLeavesNothing() {
    told("C1", "not_wanted", 1);
    assertThat(work()).isEmpty();
  }

  @Test
  void whoLeftHisFirmHasASuccessorToBeFound() {
    told("C1", "person_gone", 1);
    assertThat(work()).containsExactly("data_care open " + workingDay(today) + " " + rep);
    assertThat(status()).as("his firm goes on").isEqualTo("active");
    assertThat(stages(lost)).containsExactly("LATE");
    told("C1", "talked", 1);
    assertThat(work()).as("he is there after all").isEmpty();
  }

  /** The same news twice is of one person; a later contact is of the one who was called then. */
  @Test
  void withSomebodyElseAtHisFirmTheCallIsToHim() {
    person("Anna", true);
    person("Ben", false);
    told("C1", "person_gone", 2);
    told("C1", "person_gone", 2);
    told("C2", "person_gone", 3);
    assertThat(there()).containsExactly("Ben");
    assertThat(work()).singleElement().asString().startsWith("call open");
    told("C3", "person_gone", 1);
    assertThat(there()).isEmpty();
    assertThat(work()).anyMatch(line -> line.startsWith("data_care open"));
    told("C3", "talked", 1);
    assertThat(there()).as("C2 is of nobody else").isEmpty();
    told("C2", "talked", 3);
    assertThat(there()).containsExactly("Ben");
    told("C1", "talked", 2);
    assertThat(there()).containsExactly("Anna", "Ben");
    assertThat(stages(lost)).containsExactly("LATE");
  }

  /** Without a firm too: whom one of two persons leaves is there with the other. */
  @Test
  void whoHasSomebodyElseIsNotGone() {
    jdbc.sql("update customer set company = null where ref = 'LOST'").update();
    person("Anna", true);
    person("Ben", false);
    told("C1", "person_gone", 2);
    assertThat(status()).isEqualTo("active");
    told("C2", "person_gone", 1);
    assertThat(status()).isEqualTo("left");
  }

  private void person(String name, boolean main) {
    jdbc.sql(
            """
            insert into person (customer_id, source, external_id, first_name, main)
            select id, 'test', :name, :name, :main from customer where ref = 'LOST'
            """)
        .param("name", name)
        .param("main", main)
        .update();
  }

  private List<String> there() {
    return jdbc.sql("select first_name from person where left_on is null order by first_name")
        .query(String.class)
        .list();
  }

  @Test
  void whoHasOrderedIsThankedAndNotCalledToComeBack() {
    told("C1", "ordered", 1);
    assertThat(work()).containsExactly("thank_you open " + workingDay(today) + " " + rep);
    assertThat(stages(lost)).as("only a purchase makes it returned").containsExactly("LATE");
    night();
    assertThat(work()).hasSize(1);
    told("C1", "talked", 1);
    assertThat(work()).as("he has not").isEmpty();
    night();
    assertThat(work()).singleElement().asString().startsWith("call open");
  }

  @Test
  void whoHasMovedIsFoundBeforeTheNextCall() {
    told("C1", "moved", 1);
    assertThat(work()).containsExactly("data_care open " + workingDay(today) + " " + rep);
  }

  @Test
  void whoIsThereAfterAllIsLostAsBefore() {
    jdbc.sql("update customer set company = null where ref = 'LOST'").update();
    told("C1", "person_gone", 1);
    told("C2", "person_gone", 2);
    assertThat(status()).isEqualTo("left");
    assertThat(stages(lost)).containsExactly("GONE");
    told("C1", "talked", 1);
    assertThat(status()).as("the other contact says so too").isEqualTo("left");
    told("C2", "talked", 2);
    assertThat(status()).isEqualTo("active");
    assertThat(stages(lost)).containsExactly("LATE");
    night();
    assertThat(work()).singleElement().asString().startsWith("call open");
  }

  @Test
  void whoIsThereAfterAllStaysGoneWhenSomebodyElseSaysSo() {
    jdbc.sql("update customer set company = null where ref = 'LOST'").update();
    told("C1", "person_gone", 1);
    customers("LOST,active");
    customers("LOST,left");
    told("C1", "talked", 1);
    assertThat(status()).isEqualTo("left");
    assertThat(stages(lost)).containsExactly("GONE");
  }

  @Test
  void whoIsGoneByARunIsThereWhenItIsTakenBack() {
    jdbc.sql("update customer set company = null where ref = 'LOST'").update();
    var csv = "customer,time,channel,result\nLOST," + today.minusDays(1) + ",phone,person_gone\n";
    var run = loading.load(csv);
    assertThat(stages(lost)).containsExactly("GONE");
    loading.takeBack(run);
    assertThat(status()).isEqualTo("active");
    assertThat(stages(lost)).containsExactly("LATE");
    assertThat(work()).singleElement().asString().startsWith("call open");
  }

  private void customers(String row) {
    loading.load("customer,status\n" + row + "\n");
  }

  @Test
  void whoHasNoFirmHasNone() {
    jdbc.sql("update customer set company = null where ref = 'LOST'").update();
    told("C1", "person_gone", 1);
    assertThat(work()).isEmpty();
  }

  /** The call to that number ends: the number is put right first. */
  @Test
  void aWrongNumberIsPutRightBeforeTheNextCall() {
    assertThat(work()).anyMatch(line -> line.startsWith("call open"));
    told("C1", "wrong_number", 1);
    assertThat(work()).containsExactly("data_care open " + workingDay(today) + " " + rep);
    night();
    assertThat(work()).hasSize(1);
    told("C1", "talked", 1);
    assertThat(work()).as("it was the right one").isEmpty();
    night();
    assertThat(work()).singleElement().asString().startsWith("call open");
  }

  @Test
  void aNoThatWasAMistakeLeavesNothing() {
    told("C1", "final_no", 1);
    told("C1", "talked", 1);
    assertThat(work()).singleElement().asString().startsWith("call open");
  }

  @Test
  void aFileLoadedTwiceIsOneNoAndTakenBackIsNone() {
    var csv = "customer,time,channel,result\nLOST," + today.minusDays(1) + ",phone,final_no\n";
    var run = loading.load(csv);
    assertThat(loading.load(csv).same()).isOne();
    assertThat(stages(lost)).containsExactly("REFUSED");
    assertThat(work()).singleElement().asString().startsWith("far_contact open");
    loading.takeBack(run);
    assertThat(stages(lost)).containsExactly("LATE");
    assertThat(work()).singleElement().asString().startsWith("call open");
  }

  @Test
  void whatWasToldOfLongAgoIsHistory() {
    told("C1", "wrong_number", 40);
    assertThat(work()).singleElement().asString().startsWith("call open");
  }

  private void nightAgain() {
    nightly.run(today);
  }

  private List<String> work() {
    return workOf("LOST");
  }

  private List<String> workOf(String ref) {
    return jdbc.sql(
            """
            select t.kind || ' ' || t.state || ' ' || t.due_on || ' ' || m.login
              from task t join member m on m.id = t.member_id join customer c on c.id = t.customer_id
             where c.ref = :ref and t.state = 'open' order by t.id
            """)
        .param("ref", ref)
        .query(String.class)
        .list();
  }

  private static LocalDate workingDay(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }
}
