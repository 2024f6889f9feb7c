package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** CAL-04, CAL-07: the times that are proposed suit both ends of the line. */
@CoreTest
class FreeTimesTest {

  @Autowired private Tasks tasks;
  @Autowired private Stories stories;
  @Autowired private Desk desk;
  private Actor rep;

  @BeforeEach
  void hire() {
    rep = stories.rep("rep");
  }

  @Test
  void aNeighbourIsProposedOurOwnHours() {
    var times = proposed(desk.call(rep));
    assertThat(times).hasSize(3).allMatch(time -> time.at().equals(time.there()));
  }

  /** Ten in the morning in Berlin is the middle of the night in New York. */
  @Test
  void whoSleepsThenIsProposedAnotherTime() {
    var task = desk.work(stories.aCustomer().zone("America/New_York"), rep, "100");
    assertThat(proposed(task))
        .hasSize(3)
        .allSatisfy(time -> assertThat(hour(time)).isBetween("09:00", "18:59"))
        .extracting(time -> time.at().toLocalTime())
        .contains(LocalTime.of(15, 0), LocalTime.of(16, 30));
  }

  @Test
  void whereNoHourOfOursSuitsHisDayBeginsIt() {
    var task = desk.work(stories.aCustomer().zone("America/Los_Angeles"), rep, "100");
    assertThat(proposed(task))
        .hasSize(3)
        .allSatisfy(time -> assertThat(hour(time)).isEqualTo("09:30"))
        .allSatisfy(time -> assertThat(time.at().toLocalTime()).isEqualTo(LocalTime.of(18, 30)));
  }

  /** Ten in Berlin is seven in the evening in Magadan: the hour before it suits both. */
  @Test
  void whereOurFirstHourAloneSuitsItIsThatOne() {
    var task = desk.work(stories.aCustomer().zone("Asia/Magadan"), rep, "100");
    assertThat(proposed(task))
        .hasSize(3)
        .allSatisfy(time -> assertThat(time.at().toLocalTime()).isEqualTo(LocalTime.of(9, 30)))
        .allSatisfy(time -> assertThat(hour(time)).isEqualTo("18:30"));
  }

  @Test
  void whereNoHourSuitsBothNoneIsProposed() {
    var task = desk.work(stories.aCustomer().zone("Pacific/Honolulu"), rep, "100");
    assertThat(proposed(task)).isEmpty();
  }

  @Test
  void hisOwnHoursAreKept() {
    var task = desk.call(rep);
    desk.setCustomer(task, "call_from", LocalTime.of(11, 0));
    desk.setCustomer(task, "call_until", LocalTime.of(12, 0));
    assertThat(proposed(task))
        .hasSize(3)
        .allSatisfy(time -> assertThat(hour(time)).isEqualTo("11:30"));
  }

  private static String hour(FreeTime time) {
    return time.there().toLocalTime().toString();
  }

  private List<FreeTime> proposed(TaskId task) {
    return tasks.today(null, null, task, rep).card().times();
  }
}
