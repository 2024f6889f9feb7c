package dev.winback.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CAL-07, CAL-08: when a customer may be called, by what he asked for and by what is usual. */
class CallHoursTest {

  private static final CallHours NINE_TO_SEVEN =
      new CallHours(LocalTime.of(9, 0), LocalTime.of(19, 0));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void whoAskedForNothingIsCalledFromNineToNineteen() {
    var hours = NINE_TO_SEVEN.asked(null, null);
    assertThat(hours.hold(LocalTime.of(8, 59))).isFalse();
    assertThat(hours.hold(LocalTime.of(9, 0))).isTrue();
    assertThat(hours.hold(LocalTime.of(18, 59))).isTrue();
    assertThat(hours.hold(LocalTime.of(19, 0))).isFalse();
  }

  /** Nobody who asks for evenings alone may become a customer who is never called. */
  @Test
  void whoNamesOneEndAloneCanBeCalledAtLeastTwoHours() {
    assertThat(asked("10:00", null)).isEqualTo("10:00 19:00");
    assertThat(asked("17:00", null)).isEqualTo("17:00 19:00");
    assertThat(asked("17:01", null)).isEqualTo("17:01 19:01");
    assertThat(asked("20:00", null)).isEqualTo("20:00 22:00");
    assertThat(asked("23:00", null)).isEqualTo("23:00 23:59");
    assertThat(asked(null, "12:00")).isEqualTo("09:00 12:00");
    assertThat(asked(null, "11:00")).isEqualTo("09:00 11:00");
    assertThat(asked(null, "10:59")).isEqualTo("08:59 10:59");
    assertThat(asked(null, "01:00")).isEqualTo("00:00 01:00");
  }

  @Test
  void hoursThatEndBeforeTheyBeginAreNoWish() {
    assertThat(asked("22:00", "02:00")).isEqualTo("09:00 19:00");
    assertThat(asked("12:00", "12:00")).isEqualTo("09:00 19:00");
    assertThat(asked("07:00", "08:00")).isEqualTo("07:00 08:00");
  }

  /** Not there at half past ten, and only until noon to be called: midday never comes. */
  @Test
  void aPartOfTheDayOutsideOfHisHoursIsNotWaitedFor() {
    assertThat(at("2026-06-01T08:30:00Z", "12:00", DayPart.MIDDAY).open()).isTrue();
    assertThat(at("2026-06-01T08:30:00Z", "12:01", DayPart.MIDDAY).notNow())
        .isEqualTo(CallWindow.NotNow.OTHER_PART);
    assertThat(at("2026-06-01T08:30:00Z", "15:00", DayPart.AFTERNOON).open()).isTrue();
  }

  /** Not there at four: another part of another day, and not at four again. */
  @Test
  void whoWasNotThereInTheAfternoonIsTriedInTheMorningOrOnTheDayAfter() {
    assertThat(at("2026-06-02T07:30:00Z", "19:00", DayPart.MORNING).open()).isTrue();
    assertThat(at("2026-06-02T09:59:00Z", "19:00", DayPart.MORNING).open()).isTrue();
    var again = at("2026-06-02T14:00:00Z", "19:00", DayPart.MORNING);
    assertThat(again.notNow()).isEqualTo(CallWindow.NotNow.OTHER_PART);
    assertThat(again.until()).isEqualTo("2026-06-03T09:00+02:00[Europe/Berlin]");
    assertThat(at("2026-06-02T14:00:00Z", "13:00", "19:00", DayPart.MORNING).open())
        .as("who can never be called in the morning")
        .isTrue();
  }

  private static CallWindow at(String now, String until, DayPart part) {
    return at(now, "09:00", until, part);
  }

  private static CallWindow at(String now, String from, String until, DayPart part) {
    var wishes =
        new CallWindow.Wishes(
            BERLIN,
            NINE_TO_SEVEN.asked(LocalTime.parse(from), LocalTime.parse(until)),
            null,
            null,
            part,
            null,
            null,
            null,
            false);
    return CallWindow.at(Instant.parse(now), wishes);
  }

  private static String asked(@Nullable String from, @Nullable String until) {
    var hours = NINE_TO_SEVEN.asked(time(from), time(until));
    return hours.from() + " " + hours.until();
  }

  private static @Nullable LocalTime time(@Nullable String text) {
    return text == null ? null : LocalTime.parse(text);
  }
}
