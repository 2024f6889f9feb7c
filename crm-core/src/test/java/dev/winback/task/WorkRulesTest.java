package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** OPS-06, LET-22: the numbers of the work are settings, and so are the firm's holidays. */
@CoreTest
class WorkRulesTest {

  @Autowired WorkRules rules;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Tasks tasks;
  @Autowired TaskLists lists;
  @Autowired MovableClock clock;

  @Test
  void aHolidayMovesTheAnswerToTheDayAfterIt() {
    var manager = stories.manager();
    var fridayNight = Instant.parse("2026-06-05T20:00:00Z");
    assertThat(rules.clock().due(fridayNight)).isEqualTo("2026-06-08T10:00:00Z");
    var holiday = new WorkRules.Holiday(LocalDate.of(2026, 6, 8), "Day of the firm");
    rules.keep(holiday, manager);
    rules.keep(holiday, manager);
    assertThat(rules.holidays()).containsExactly(holiday);
    assertThat(rules.clock().due(fridayNight)).isEqualTo("2026-06-09T10:00:00Z");
    rules.drop(holiday.day(), manager);
    rules.drop(holiday.day(), manager);
    assertThat(rules.holidays()).isEmpty();
  }

  @Test
  void numbersOutsideTheirRangesAreRefusedWithTheirField() {
    refused(settings(0, "2", "09:00", "18:00"), "planA");
    refused(settings(61, "2", "09:00", "18:00"), "planA");
    refused(settings(6, "-0.01", "09:00", "18:00"), "incentivePercent");
    refused(settings(6, "100.01", "09:00", "18:00"), "incentivePercent");
    refused(settings(6, "2", "12:00", "18:00"), "opens");
    refused(settings(6, "2", "09:00", "12:00"), "opens");
    var before = rules.change(settings(60, "0", "11:59", "12:01"), stories.manager());
    assertThat(before.planA()).isEqualTo(6);
    assertThat(rules.settings().planA()).isEqualTo(60);
  }

  /** CAL-07: a firm that calls its customers at home in the evening sets its own hours. */
  @Test
  void peopleAreCalledInTheHoursThatTheFirmSetsAndNobodySetsLessThanTwo() {
    var rep = stories.rep("rep");
    desk.call(rep);
    clock.set(Instant.parse("2026-06-01T18:30:00Z"));
    assertThat(window(rep).notNow()).isEqualTo(CallWindow.NotNow.TOO_LATE);
    rules.change(calling("17:00", "21:00"), stories.manager());
    assertThat(window(rep).open()).isTrue();
    clock.set(Instant.parse("2026-06-01T14:59:00Z"));
    assertThat(window(rep).notNow()).isEqualTo(CallWindow.NotNow.TOO_EARLY);
    assertThat(window(rep).until()).isEqualTo("2026-06-01T17:00+02:00[Europe/Berlin]");
    assertThat(tasks.today(null, null, null, rep).card()).isNull();
    clock.set(Instant.parse("2026-06-01T15:00:00Z"));
    var card = tasks.today(null, null, null, rep).card();
    assertThat(card.times())
        .extracting(FreeTime::at)
        .containsExactly(
            LocalDate.of(2026, 6, 1).atTime(19, 0),
            LocalDate.of(2026, 6, 2).atTime(17, 30),
            LocalDate.of(2026, 6, 3).atTime(17, 30));
    refused(calling("17:00", "18:59"), "callUntil");
    refused(calling("19:00", "17:00"), "callUntil");
    rules.change(calling("17:00", "19:00"), stories.manager());
  }

  private CallWindow window(Actor rep) {
    return lists.queue(null, null, rep).get(0).window();
  }

  private static WorkSettings calling(String from, String until) {
    return new WorkSettings(
        6,
        5,
        4,
        7,
        new BigDecimal("2"),
        LocalTime.of(9, 0),
        LocalTime.of(18, 0),
        LocalTime.parse(from),
        LocalTime.parse(until));
  }

  @Test
  void aRepChangesNothing() {
    var rep = stories.rep("rep");
    assertThatThrownBy(() -> rules.change(rules.settings(), rep)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> rules.drop(LocalDate.EPOCH, rep)).isInstanceOf(NotAllowed.class);
  }

  private void refused(WorkSettings settings, String field) {
    assertThatThrownBy(() -> rules.change(settings, stories.manager()))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  private static WorkSettings settings(int planA, String share, String opens, String closes) {
    return new WorkSettings(
        planA,
        5,
        4,
        7,
        new BigDecimal(share),
        LocalTime.parse(opens),
        LocalTime.parse(closes),
        LocalTime.of(9, 0),
        LocalTime.of(19, 0));
  }
}
