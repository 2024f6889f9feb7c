package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Assignments;
import dev.winback.lapse.Handovers;
import dev.winback.lapse.Lapses;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Telling;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * CAL-34, the row "moved region" of the table of outcomes: the branch there has him with the call,
 * and where no branch may have him a manager decides.
 */
@CoreTest
class MovedOutcomeTest {

  @Autowired Tasks tasks;
  @Autowired Assignments assignments;
  @Autowired Lapses lapses;
  @Autowired Handovers handovers;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor rep;
  private Actor north;
  private Actor manager;
  private TaskId task;

  @BeforeEach
  void aCall() {
    rep = stories.rep("rep");
    north = stories.rep("north");
    manager = stories.manager();
    jdbc.sql("update member set region = 'North' where login = 'north'").update();
    task = desk.work(stories.aCustomer("A").ownedBy(rep), rep, "1000");
  }

  private void moved(@Nullable String region) {
    var said =
        new CallLog(
            CallResult.MOVED,
            "",
            null,
            null,
            null,
            null,
            false,
            "form",
            Telling.NOTHING,
            null,
            null,
            null,
            null,
            region);
    tasks.log(task, said, rep);
  }

  private Map<String, Object> lapse() {
    return jdbc.sql(
            """
            select l.assignee, l.queue_reason, l.letters_rest_until is not null as rests, c.owner_id
              from lapse l join customer c on c.id = l.customer_id
            """)
        .query()
        .singleRow();
  }

  @Test
  void theBranchOfTheRegionHasTheCustomerHisLossAndTheNextStep() {
    moved("north");
    assertThat(lapse())
        .containsEntry("assignee", north.member())
        .containsEntry("owner_id", north.member())
        .containsEntry("rests", true);
    assertThat(desk.open(rep)).isEmpty();
    assertThat(desk.open(north))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("kind", "data_care"));
  }

  @Test
  void whereNobodyWorksOrNobodyKnowsAManagerDecidesAndNoNightGivesHimBack() {
    moved("South");
    assertThat(lapse())
        .containsEntry("assignee", null)
        .containsEntry("queue_reason", "moved")
        .containsEntry("owner_id", rep.member());
    assertThat(desk.open(rep)).isEmpty();
    lapses.assign(clock.today().plusDays(1));
    assertThat(lapse()).containsEntry("assignee", null);
    tasks.undo(task, rep);
    moved(null);
    assertThat(lapse()).containsEntry("queue_reason", "moved");
  }

  @Test
  void whomTheBranchMayNotHaveWaitsForAManagerToo() {
    jdbc.sql("update member set seniority = 'NOVICE' where login = 'north'").update();
    moved("North");
    assertThat(lapse()).containsEntry("assignee", null).containsEntry("queue_reason", "moved");
  }

  @Test
  void whatAManagerHasTakenBackAlreadyIsNoMistakeOfTheCallsUndo() {
    moved("North");
    handovers.undo(jdbc.sql("select id from handover").query(Long.class).single(), manager);
    tasks.undo(task, rep);
    assertThat(lapse()).containsEntry("assignee", rep.member());
    assertThat(desk.open(rep)).extracting(one -> one.get("kind")).containsExactly("call");
    assertThat(desk.open(north)).isEmpty();
  }

  @Test
  void theUndoBringsHimBackWithAllThatHungOnHim() {
    for (var region : new String[] {"North", "South"}) {
      moved(region);
      moved(region);
      tasks.undo(task, rep);
      assertThat(lapse())
          .as(region)
          .containsEntry("assignee", rep.member())
          .containsEntry("queue_reason", null)
          .containsEntry("owner_id", rep.member());
      assertThat(desk.open(rep)).hasSize(1);
      assertThat(desk.open(north)).isEmpty();
    }
  }
}
