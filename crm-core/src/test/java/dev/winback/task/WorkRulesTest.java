package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
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
        planA, 5, 4, 7, new BigDecimal(share), LocalTime.parse(opens), LocalTime.parse(closes));
  }
}
