package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * CAL-15, CAL-16: a promise has its words, its member and its day; it is kept when it is done by
 * the end of that day and broken when the day ends without it. Today is Monday, 1 June 2026.
 */
@CoreTest
class PromisesTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  @Autowired Tasks tasks;
  @Autowired Promises promises;
  @Autowired Desk desk;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  private Actor rep;
  private TaskId promise;

  @BeforeEach
  void somethingIsPromisedForWednesday() {
    rep = stories.rep("rep");
    var call = desk.call(rep);
    promise =
        Objects.requireNonNull(
            tasks
                .log(
                    call,
                    new CallLog(
                        CallResult.PROMISED, "", null, null, "samples", "2026-06-03", false, null),
                    rep)
                .nextTask());
  }

  @Test
  void itIsOpenUntilItsDayAndDueOnIt() {
    assertThat(states("open")).containsExactly("open");
    clock.setDay(MONDAY.plusDays(2));
    assertThat(states("open")).containsExactly("due");
    assertThat(list("open").get(0).what()).isEqualTo("samples");
    assertThat(list("open").get(0).login()).isEqualTo("rep");
  }

  @Test
  void whatIsDoneOnItsDayIsKept() {
    clock.setDay(MONDAY.plusDays(2));
    tasks.log(promise, CallLog.of(CallResult.TALKED), rep);
    assertThat(states("kept")).containsExactly("kept");
    assertThat(states("broken")).isEmpty();
    clock.setDay(MONDAY.plusDays(3));
    assertThat(states("kept")).containsExactly("kept");
  }

  @Test
  void whoseDayEndedIsBrokenEvenIfItIsDoneLater() {
    clock.setDay(MONDAY.plusDays(3));
    assertThat(states("broken")).containsExactly("broken");
    tasks.log(promise, CallLog.of(CallResult.TALKED), rep);
    assertThat(states("broken")).containsExactly("broken");
    assertThat(states("kept")).isEmpty();
  }

  @Test
  void aManagerSeesThoseOfAllAndARepHisOwn() {
    clock.setDay(MONDAY.plusDays(3));
    var other = stories.rep("rep2");
    assertThat(promises.count(new PromiseFilter("broken", null), other)).isZero();
    assertThat(promises.count(new PromiseFilter("broken", "rep"), other)).isZero();
    var manager = stories.manager();
    assertThat(promises.count(new PromiseFilter("broken", null), manager)).isEqualTo(1);
    assertThat(promises.count(new PromiseFilter("broken", "rep2"), manager)).isZero();
    assertThatThrownBy(() -> promises.count(new PromiseFilter(null, null), stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> promises.count(new PromiseFilter("won", null), manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void pagesGoOnWhereTheyEndedInBothDirections() {
    for (int day = 0; day < 5; day++) {
      desk.task(desk.lapseOf(rep, "1"), rep, TaskKind.PROMISE, MONDAY.plusDays(day - 2));
    }
    for (var state : List.of("open", "broken", "all")) {
      var filter = new PromiseFilter(state, null);
      var seen = new ArrayList<Long>();
      @Nullable String after = null;
      do {
        var page = promises.page(filter, after, 1, rep);
        page.items().forEach(row -> seen.add(row.task()));
        after = page.next();
      } while (after != null);
      assertThat(seen).doesNotHaveDuplicates().hasSize((int) promises.count(filter, rep));
      var all = new ArrayList<Promise>();
      promises.export(filter, rep, all::add);
      assertThat(all).extracting(Promise::task).isEqualTo(seen);
    }
  }

  @Test
  void thoseOfOneDayStandInTheOrderOfTheirHours() {
    var times = List.of("2026-06-08T15:00", "2026-06-08T10:00", "2026-06-08");
    for (var at : times) {
      var promised = new CallLog(CallResult.PROMISED, "", null, null, at, at, false, null);
      tasks.log(desk.call(rep), promised, rep);
    }
    assertThat(list("open"))
        .extracting(Promise::what)
        .containsExactly("samples", times.get(2), times.get(1), times.get(0));
    assertThat(list("all"))
        .extracting(Promise::what)
        .containsExactly(times.get(0), times.get(1), times.get(2), "samples");
    var first = promises.page(new PromiseFilter("open", null), null, 2, rep);
    var rest = promises.page(new PromiseFilter("open", null), first.next(), 2, rep);
    assertThat(rest.items()).extracting(Promise::what).containsExactly(times.get(1), times.get(0));
  }

  private List<String> states(String state) {
    return list(state).stream().map(Promise::state).toList();
  }

  private List<Promise> list(String state) {
    return promises.page(new PromiseFilter(state, null), null, 50, rep).items();
  }
}
