package dev.winback.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A number in every writing is one number; the firm is in Berlin. */
@CoreTest
class PhoneNumbersTest {

  @Autowired PhoneNumbers phones;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          +49 30 901820,            -,          +4930901820
          0049 (0)30 / 901820,      -,          +4930901820
          030 901820,               -,          +4930901820
          (030) 90-18-20,           -,          +4930901820
          030 901820,               DE,         +4930901820
          030 901820,               Allemagne,  +4930901820
          01 42 68 53 00,           FR,         +33142685300
          01 42 68 53 00,           France,     +33142685300
          (212) 736-3100,           US,         +12127363100
          (212) 736-3100 ext. 12,   usa,        +12127363100
          020 7219 3000,            UK,         +442072193000
          06 698 12345,             Italia,     +390669812345
          +14165550123,             DE,         +14165550123
          4711,                     -,          -
          01 42 68 53 00,           Utopia,     -
          +33 1 42,                 -,          -
          """)
  void writingAndCountryDoNotMatter(String typed, String country, String e164) {
    assertThat(phones.e164(typed, country)).isEqualTo(e164);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          030 901820,                true
          (212) 736-3100 x44,        true
          +49 30 901820,             true
          4711,                      true
          call me,                   false
          12,                        false
          +999 12345678,             false
          +49 30 901820 901820 901820 901820, false
          030 901820 or 030 901821,  false
          """)
  void whatCannotBeDialledIsNoNumber(String typed, boolean possible) {
    assertThat(PhoneNumbers.possible(typed)).isEqualTo(possible);
  }

  @Test
  void peopleReadItAsItIsWrittenInTheFirmsCountry() {
    assertThat(phones.shown("0049 30 901820", "+4930901820")).isEqualTo("030 901820");
    assertThat(phones.shown("0142685300", "+33142685300")).isEqualTo("+33 1 42 68 53 00");
    assertThat(phones.shown("4711", null)).isEqualTo("4711");
  }

  @Test
  void aMadeNumberIsTheSameForEveryWriting() {
    assertThat(MadeNumber.ofMail(" Ann@EXAMPLE.org"))
        .isEqualTo(MadeNumber.ofMail("ann@example.org"))
        .matches("mail-[0-9a-f]{16}");
    assertThat(MadeNumber.ofName("Ann  BEE", " 10115"))
        .isEqualTo(MadeNumber.ofName("ann bee", "10115"))
        .isNotEqualTo(MadeNumber.ofName("ann bee", "10116"));
    assertThat(MadeNumber.ofShop("shopify", " 721 ")).isEqualTo("shopify-721");
  }
}
