package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.Sentence;
import dev.winback.signal.Signal;
import dev.winback.signal.SignalKind;
import dev.winback.web.testing.WebTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Figures below nothing carry the sign of calculation, not a hyphen. */
@WebTest
class ShownTest {

  @Autowired Shown shown;
  @Autowired ShownSignals signals;

  /** A file that names days only has no time of day to show. */
  @Test
  void midnightOfAFactIsADay() {
    RequestContextHolder.setRequestAttributes(
        new ServletRequestAttributes(new MockHttpServletRequest()));
    var zone = java.time.ZoneId.systemDefault();
    var day = java.time.LocalDate.of(2026, 3, 1);
    assertThat(shown.dayOrMoment(day.atStartOfDay(zone).toInstant())).isEqualTo("1 Mar 2026");
    assertThat(shown.dayOrMoment(day.atTime(9, 30).atZone(zone).toInstant()))
        .isEqualTo("1 Mar 2026, 09:30");
    RequestContextHolder.resetRequestAttributes();
  }

  /** Not the shipped limit, when the firm has another one. */
  @Test
  void whatASignalIsMeasuredAgainstIsWhatItWasMeasuredAgainst() {
    var evidence = Map.<String, Object>of("basis", "own-gap", "limit", 2.5);
    var late =
        new Signal(SignalKind.LATE, LocalDate.EPOCH, false, Sentence.of("lost.title"), evidence);
    assertThat(signals.figure(late, "basis")).isEqualTo("2.5 × the own mean gap");
  }

  @Test
  void whatIsBelowNothingHasAMinus() {
    assertThat(shown.number(-1234)).isEqualTo("−1,234");
    assertThat(shown.percent(-0.125)).isEqualTo("−12.5\u00a0%");
    assertThat(shown.decimal(-1.5, 1)).isEqualTo("−1.5");
    assertThat(shown.decimal(-0.04, 1)).isEqualTo("0.0");
    assertThat(shown.money(new BigDecimal("-12.5"), "EUR")).isEqualTo("−€12.50");
    assertThat(shown.money(new BigDecimal("12800.00"), "JPY")).isEqualTo("¥12,800");
    assertThat(shown.whole(new BigDecimal("12"), "EUR")).isEqualTo("€12");
  }
}
