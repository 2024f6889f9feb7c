package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CAL-16: what was agreed lies ahead, by the clock of who agreed it. */
class FollowUpTest {

  private static final Instant AT_THREE = Instant.parse("2026-06-01T13:00:00Z");

  @Test
  void aTimeThatIsOverIsRefused() {
    assertRefused("2026-06-01T10:00", "Europe/Berlin");
    assertRefused("2026-06-01T14:59", "Europe/Berlin");
    assertRefused("2026-06-01T12:59:00Z", "Europe/Berlin");
    assertRefused("2026-06-01T08:59", "America/New_York");
  }

  @Test
  void aTimeThatIsToComeIsTakenInTheZoneOfWhoNamesIt() {
    assertThat(at("2026-06-01T15:00", "Europe/Berlin")).isEqualTo(AT_THREE);
    assertThat(at("2026-06-01T10:00", "America/New_York"))
        .isEqualTo(Instant.parse("2026-06-01T14:00:00Z"));
    assertThat(at("2026-06-01", "Europe/Berlin")).as("today, at any time").isNull();
  }

  private static void assertRefused(String text, String zone) {
    assertThatThrownBy(() -> at(text, zone))
        .as(text)
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.sentence().key()).isEqualTo("task.refused.over"));
  }

  private static @Nullable Instant at(String text, String zone) {
    var today = LocalDate.of(2026, 6, 1);
    var days = new WorkingDays(Set.of());
    return Objects.requireNonNull(FollowUp.of(text, today, AT_THREE, ZoneId.of(zone), days)).at();
  }
}
