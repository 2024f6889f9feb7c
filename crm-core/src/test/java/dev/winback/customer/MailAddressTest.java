package dev.winback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One notion of a mailbox (I7, I18 of hold.md): what is stored, and what is refused with a reason.
 */
class MailAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ann@example.org              | ann@example.org
          ` Ann.B@EXAMPLE.org `        | Ann.B@example.org
          o'brien+shop@example.co.uk   | o'brien+shop@example.co.uk
          info@BÜCHER.example          | info@xn--bcher-kva.example
          info@Bu\u0308cher.example    | info@xn--bcher-kva.example
          Jose\u0301@example.org       | José@example.org
          иван@почта.рф                | иван@xn--80a1acny.xn--p1ai
          山田tanaka@example.jp         | 山田tanaka@example.jp
          info@straße.example          | info@straße.example
          """)
  void anAddressIsStoredInOneWriting(String written, String stored) {
    assertThat(MailAddress.fault(written)).isNull();
    assertThat(MailAddress.stored(written)).isEqualTo(stored);
    assertThat(MailAddress.stored(stored)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          nobody,                      email
          a@b,                         email
          a b@example.org,             email
          a@@example.org,              email
          ann@exa\u200bmple.org,       email-hidden
          ann\u202e@example.org,       email-hidden
          \u2066ann@example.org,       email-hidden
          a\u00adnn@example.org,       email-hidden
          \u0430nn@example.org,        email-mixed
          ann@ex\u0430mple.org,        email-mixed
          ann@example.\u043erg,        email-mixed
          p\u03bfst@example.org,       email-mixed
          """)
  void whatIsNoneIsRefusedWithItsReason(String written, String fault) {
    assertThat(MailAddress.fault(written)).isEqualTo(fault);
  }

  @Test
  void anAddressOf254SignsIsTheLongest() {
    var domain = "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + ".example";
    var local = "x".repeat(64);
    assertThat((local.substring(0, 63) + "@" + domain)).hasSize(254);
    assertThat(MailAddress.fault(local.substring(0, 63) + "@" + domain)).isNull();
    assertThat(MailAddress.fault(local + "@" + domain)).isEqualTo("email");
  }

  @Test
  void peopleReadTheLettersOfTheDomain() {
    assertThat(MailAddress.shown("info@xn--bcher-kva.example")).isEqualTo("info@bücher.example");
  }
}
