package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OPS-06: limits are settings; a wrong one is refused with its field. */
class LimitsFormTest {

  @Test
  void whatIsNotNamedStays() {
    var limits = TestLimits.with(Map.of("lateTimes", "2,5", "maxGap", 45));
    assertThat(limits.lateTimes()).isEqualByComparingTo(new BigDecimal("2.5"));
    assertThat(limits.maxGap()).isEqualTo(45);
    assertThat(limits.classes()).isEqualTo(List.of(90, 180, 360));
    assertThat(TestLimits.with(Map.of())).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void classesAndRulesAreWrittenWithCommas() {
    var limits =
        TestLimits.with(Map.of("classes", "45, 90,180", "lostClass", "90", "off", "cart,late"));
    assertThat(limits.classes()).containsExactly(45, 90, 180);
    assertThat(limits.off()).isEqualTo(Set.of(SignalKind.CART, SignalKind.LATE));
    assertThat(TestLimits.with("off", "").off()).isEmpty();
  }

  @Test
  void anOptionalLimitMayBeEmptyAndAnotherMayNot() {
    assertThat(TestLimits.with("maxGap", "").maxGap()).isNull();
    refused("lateDays", "");
  }

  @ParameterizedTest
  @CsvSource({
    "classes, '90,180'",
    "classes, '180,90,360'",
    "classes, '90,90,180'",
    "classes, '0,90,180'",
    "lostClass, 200",
    "lateDays, 0",
    "lateDays, 1.5",
    "lateDays, soon",
    "lateShare, 0.51",
    "lostShare, 0.2",
    "lostTimes, 1.2",
    "off, everything",
    "colour, blue"
  })
  void aWrongValueNamesItsField(String field, String value) {
    refused(field, value);
  }

  private static void refused(String field, String value) {
    assertThatThrownBy(() -> TestLimits.with(field, value))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }
}
