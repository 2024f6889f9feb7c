package dev.winback.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.Decision;
import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One act upon many losses, with its way back (look.md, "Bulk edit with progress"; DEC-21). */
class BulksTest extends BulkStories {

  private BulkOrder order(BulkAction action, List<dev.winback.lapse.LapseId> picked) {
    stories.rep("rep");
    return new BulkOrder(action, picked, null, "because", null, "rep", null, false);
  }

  @ParameterizedTest
  @EnumSource(value = BulkAction.class, mode = EnumSource.Mode.EXCLUDE, names = "TASK")
  void everyActIsDoneForAllAndTakenBackForAll(BulkAction action) {
    var some = lost(3);
    var before = rows();
    var job = bulks.start(order(action, some), manager);
    assertThat(job.state()).isEqualTo(BulkJob.State.DONE);
    assertThat(job.done()).isEqualTo(3);
    assertThat(rows()).isNotEqualTo(before);
    var back = bulks.undo(job.id(), manager);
    assertThat(back.state()).isEqualTo(BulkJob.State.UNDONE);
    assertThat(back.undone()).isEqualTo(3);
    assertThat(rows()).isEqualTo(before);
    assertThat(bulks.undo(job.id(), manager)).as("a second time").isEqualTo(back);
  }

  private Object rows() {
    return jdbc.sql(
            "select stage, assignee, later_until, closed_on, close_reason, close_kind from lapse order by id")
        .query()
        .listOfRows()
        .toString();
  }

  @Test
  void whatARuleForbidsSaysWhyAndStopsNoOther() {
    var some = lost(3);
    decisions.decide(some.get(1), Decision.NOT_WORTH, "", null, manager);
    var job = bulks.start(order(BulkAction.RETURN, some), manager);
    assertThat(stages(some)).containsExactly(Stage.DECIDED, Stage.NOT_WANTED, Stage.DECIDED);
    assertThat(job.done()).isEqualTo(2);
    assertThat(job.refused()).isEqualTo(1);
    var refused = bulks.lines(job.id(), BulkLine.Outcome.REFUSED, null, 10, manager).items();
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0).lapse()).isEqualTo(some.get(1).value());
    assertThat(refused.get(0).why().key()).isEqualTo("refused.lapse.closed");
  }

  @Test
  void whatHasMovedOnSinceStaysAsItIsWhenTheJobIsTakenBack() {
    var some = lost(2);
    var job = bulks.start(order(BulkAction.RETURN, some), manager);
    decisions.decide(
        some.get(0), Decision.NOT_WORTH, "", null, stories.member("boss", Role.MANAGER));
    var back = bulks.undo(job.id(), manager);
    assertThat(stages(some)).containsExactly(Stage.NOT_WANTED, Stage.LATE);
    assertThat(back.kept()).isEqualTo(1);
    assertThat(back.undone()).isEqualTo(1);
  }

  @Test
  void aJobThatIsTakenBackLeavesALaterOneOfTheSameManagerAlone() {
    var some = lost(2);
    var given = bulks.start(order(BulkAction.ASSIGN, some), manager);
    var decided = bulks.start(order(BulkAction.RETURN, some), manager);
    assertThat(bulks.undo(given.id(), manager).kept()).isEqualTo(2);
    assertThat(stages(some)).containsOnly(Stage.DECIDED);
    assertThat(bulks.undo(decided.id(), manager).undone()).isEqualTo(2);
    assertThat(stages(some)).containsOnly(Stage.LATE);
  }

  @Test
  void whatTheSameManagerClosedSinceStaysClosed() {
    var some = lost(2);
    var job = bulks.start(order(BulkAction.RETURN, some), manager);
    decisions.decide(some.get(0), Decision.NOT_WANTED, "he told me", null, manager);
    assertThat(bulks.undo(job.id(), manager).kept()).isEqualTo(1);
    assertThat(stages(some)).containsExactly(Stage.NOT_WANTED, Stage.LATE);
  }

  @Test
  void whoIsLostAgainSinceStaysClosedAndTheJobEnds() {
    var some = lost(2);
    var job = bulks.start(order(BulkAction.NOT_WORTH, some), manager);
    stories.purchase(lapses.requireVisible(some.get(0), manager), clock.today(), "50.00");
    clock.setDay(clock.today().plusDays(300));
    nightly.run(clock.today());
    var back = bulks.undo(job.id(), manager);
    assertThat(back.state()).isEqualTo(BulkJob.State.UNDONE);
    assertThat(bulks.lines(job.id(), BulkLine.Outcome.KEPT, null, 10, manager).items())
        .extracting(line -> line.why().key())
        .containsExactly("refused.lapse.another-open");
    assertThat(stages(some)).containsExactly(Stage.NOT_WANTED, Stage.LATE);
  }

  @Test
  void aFaultInOneLossIsWrittenDownAndHoldsUpNoOther() {
    var some = lost(2);
    jdbc.sql(
            """
            create function fail() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$
            """)
        .update();
    jdbc.sql(
            "create trigger fail before update on lapse for each row when (old.id = "
                + some.get(0).value()
                + ") execute function fail()")
        .update();
    try {
      var job = bulks.start(order(BulkAction.RETURN, some), manager);
      assertThat(job.state()).isEqualTo(BulkJob.State.DONE);
      assertThat(bulks.lines(job.id(), BulkLine.Outcome.REFUSED, null, 10, manager).items())
          .extracting(line -> line.why().key())
          .containsExactly("bulk.why.failed");
    } finally {
      jdbc.sql("drop function fail() cascade").update();
    }
    assertThat(stages(some)).containsExactly(Stage.LATE, Stage.DECIDED);
  }

  /** DEC-37: the customer is refused, not only his loss closed. */
  @Test
  void whoIsNoClientIsNoneAfterwardsAndAgainWhenItIsTakenBack() {
    var customer = lapses.requireVisible(lost(1).get(0), manager);
    var job = bulks.start(order(BulkAction.NON_CLIENT, List.of(lapse(customer))), manager);
    assertThat(nonClients.of(customer)).get().extracting("reason").isEqualTo("because");
    bulks.undo(job.id(), manager);
    assertThat(nonClients.of(customer)).isEmpty();
    assertThat(jdbc.sql("select status from customer").query(String.class).single())
        .isEqualTo("active");
  }

  @Test
  void allThatTheListShowsAreMeantAndNoOthers() {
    var some = lost(4);
    var all = BulkOrder.of(BulkAction.RETURN, List.of()).onAll("stage=open&min=1&q=Customer%202");
    var job = bulks.start(all, manager);
    assertThat(job.rows()).isEqualTo(1);
    assertThat(stages(some))
        .containsExactlyInAnyOrder(Stage.DECIDED, Stage.LATE, Stage.LATE, Stage.LATE);
  }

  /** Such words may name a person, and nobody needs them again. */
  @Test
  void whatWasSearchedForIsNotKept() {
    lost(2);
    var all = BulkOrder.of(BulkAction.RETURN, List.of()).onAll("stage=open&q=Customer%202&min=1");
    assertThat(bulks.start(all, manager).query()).isEqualTo("stage=open&min=1");
  }

  @Test
  void aLossThatNobodyKnowsIsRefusedAndNoJobBegins() {
    var some = List.of(lost(1).get(0), new dev.winback.lapse.LapseId(99_999));
    assertThatThrownBy(() -> bulks.start(BulkOrder.of(BulkAction.RETURN, some), manager))
        .isInstanceOf(Refused.class);
    assertThat(jdbc.sql("select count(*) from bulk_job").query(Long.class).single()).isZero();
  }

  @Test
  void aLossThatIsPickedTwiceIsDoneOnce() {
    var one = lost(1).get(0);
    assertThat(bulks.start(order(BulkAction.RETURN, List.of(one, one)), manager).rows())
        .isEqualTo(1);
  }

  @Test
  void nothingPickedAndMissingWordsAreRefusedBeforeAnythingIsDone() {
    var some = lost(1);
    for (var action : List.of(BulkAction.NOT_WANTED, BulkAction.NON_CLIENT, BulkAction.ASSIGN)) {
      assertThatThrownBy(() -> bulks.start(BulkOrder.of(action, some), manager))
          .isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> bulks.start(BulkOrder.of(BulkAction.RETURN, List.of()), manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () -> bulks.start(BulkOrder.of(BulkAction.RETURN, List.of()).onAll("stage=x"), manager))
        .isInstanceOf(Refused.class);
    assertThat(jdbc.sql("select count(*) from bulk_job").query(Long.class).single()).isZero();
  }

  @Test
  void onlyManagersAndOfThemWhoStartedItTakesItBack() {
    var some = lost(1);
    for (var actor : List.of(stories.marketing(), stories.rep("rep"), stories.admin())) {
      assertThatThrownBy(() -> bulks.start(order(BulkAction.RETURN, some), actor))
          .isInstanceOf(NotAllowed.class);
    }
    var job = bulks.start(order(BulkAction.RETURN, some), manager);
    assertThatThrownBy(() -> bulks.undo(job.id(), stories.member("boss", Role.MANAGER)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void theReasonOfAJobGoesWithThePersonInIt() {
    var some = lost(1);
    bulks.start(order(BulkAction.NOT_WANTED, some), manager);
    long customer = jdbc.sql("select customer_id from lapse").query(Long.class).single();
    bulks.forget(
        new dev.winback.customer.CustomerErased(new dev.winback.customer.CustomerId(customer)));
    assertThat(jdbc.sql("select parameters::text from bulk_job").query(String.class).single())
        .doesNotContain("because");
  }
}
