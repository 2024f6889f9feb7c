package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.LapseId;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Findings;
import dev.winback.why.Telling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DET-09, DET-13: what the call is for, when a longest gap has passed or the customer has left. */
@CoreTest
class CallAimTest {

  @Autowired Tasks tasks;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired Findings findings;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private TaskId task;

  @BeforeEach
  void aCallIsDue() {
    rep = stories.rep("rep");
    task = desk.call(rep);
  }

  private TaskRow row() {
    return tasks.today(null, null, task, rep).queue().get(0);
  }

  private void shows(String kind) {
    jdbc.sql(
            "insert into signal (customer_id, kind, since, evidence) select customer_id, :kind, :day, :evidence::jsonb from lapse")
        .param("evidence", "{\"days\": 50, \"limit\": 45}")
        .param("kind", kind)
        .param("day", MovableClock.START)
        .update();
  }

  private void left() {
    var lapse = new LapseId(jdbc.sql("select id from lapse").query(Long.class).single());
    findings.tell(lapse, Telling.of(Map.of("stated", "competitor"), List.of()), stories.manager());
  }

  @Test
  void aLongestGapThatHasPassedIsAskedAbout() {
    assertThat(row().aimWord()).isEqualTo("call");
    shows("max-gap");
    assertThat(row().aimWord()).isEqualTo("call.max-gap");
  }

  @Test
  void whoHasLeftIsAskedWhyFirst() {
    shows("max-gap");
    left();
    assertThat(row().aimWord()).isEqualTo("call.left");
  }

  @Test
  void otherStepsKeepTheirAim() {
    shows("max-gap");
    desk.set(task, "kind", "call_back");
    assertThat(row().aimWord()).isEqualTo("call_back");
  }
}
