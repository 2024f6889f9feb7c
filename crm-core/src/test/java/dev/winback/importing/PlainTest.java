package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short way of reading a cell says what the patterns say, or nothing. */
class PlainTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void everyMomentIsReadAsThePatternsReadIt() {
    var signs = "0123456789-: TZ";
    var random = new Random(7);
    for (var text :
        List.of(
            "2026-02-28", "2024-02-29 23:59:59", "2026-03-29T02:30:00", "2026-05-01T10:00:00Z")) {
      assertThat(Plain.moment(text, BERLIN))
          .isEqualTo(Moments.matched(text, false, BERLIN))
          .isNotNull();
      for (int n = 0; n < 5_000; n++) {
        var mutant = new StringBuilder(text);
        mutant.setCharAt(
            random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
        var plain = Plain.moment(mutant.toString(), BERLIN);
        assertThat(Moments.parse(mutant.toString(), false, BERLIN))
            .as(mutant.toString())
            .isEqualTo(Moments.matched(mutant.toString(), false, BERLIN));
        assertThat(plain == null || plain.equals(Moments.matched(mutant.toString(), false, BERLIN)))
            .as(mutant.toString())
            .isTrue();
      }
    }
  }

  @Test
  void everyNumberIsReadAsThePatternsReadIt() {
    var signs = "0123456789.,-+ 'e";
    var random = new Random(7);
    for (var decimal : new char[] {'.', ','}) {
      for (int n = 0; n < 50_000; n++) {
        var text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
          text.append(signs.charAt(random.nextInt(random.nextInt(4) == 0 ? signs.length() : 12)));
        }
        assertThat(Numbers.parse(text.toString(), decimal))
            .as(text.toString())
            .isEqualTo(Numbers.matched(text.toString(), decimal));
      }
    }
  }
}
