package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class HoursTest {

  @Test
  void theBeginningIsInAndTheEndIsNot() {
    var hours = Hours.valueOf("09:00-19:00");
    assertThat(hours.contains(LocalTime.of(8, 59, 59))).isFalse();
    assertThat(hours.contains(LocalTime.of(9, 0))).isTrue();
    assertThat(hours.contains(LocalTime.of(18, 59, 59))).isTrue();
    assertThat(hours.contains(LocalTime.of(19, 0))).isFalse();
  }

  @Test
  void midnightToMidnightIsAlways() {
    var always = Hours.valueOf("00:00-24:00");
    assertThat(always.contains(LocalTime.MIN)).isTrue();
    assertThat(always.contains(LocalTime.MAX)).isTrue();
  }

  @Test
  void anythingElseIsRefused() {
    for (var wrong :
        new String[] {"9-19", "19:00-09:00", "09:00-24:01", "09:60-19:00", "09:00-09:00", ""}) {
      assertThatThrownBy(() -> Hours.valueOf(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
