package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winback.nightly.NightlyRun;
import dev.winback.signal.Profiles;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DET-09 from the limit to the call: 45 days are in time, on day 46 somebody asks why. */
@CoreTest
class LongestGapCallTest {

  @Autowired Profiles limits;
  @Autowired NightlyRun nightly;
  @Autowired Tasks tasks;
  @Autowired Stories stories;
  @Autowired MovableClock clock;

  @Test
  void whoMustOrderWithin45DaysIsCalledAfterTheNightOfDay46AndNotBefore() {
    limits.change("", Map.of("maxGap", "45"), stories.manager());
    var ann = stories.rep("ann");
    stories.aCustomer("K-1").silentFor(45).save();
    nightly.run(clock.today());
    clock.setDay(MovableClock.START.plusDays(1));
    assertThat(calls(ann)).as("45 days").isEmpty();
    nightly.run(clock.today());
    clock.setDay(MovableClock.START.plusDays(2));
    assertThat(calls(ann))
        .extracting(TaskRow::ref, TaskRow::aimWord)
        .containsExactly(tuple("K-1", "call.max-gap"));
  }

  private List<TaskRow> calls(Actor rep) {
    return tasks.today(null, null, null, rep).queue();
  }
}
