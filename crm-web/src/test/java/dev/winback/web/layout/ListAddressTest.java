package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The address of a list knows its own filter. */
class ListAddressTest {

  private static final String[] FOLDED = {"abc", "reason", "min"};

  @Test
  void aFilterThatIsSentEmptyIsNotOn() {
    assertThat(new ListAddress("/lost", null).filled(FOLDED)).isZero();
    assertThat(new ListAddress("/lost", "q=x&abc=&reason=&min=").filled(FOLDED)).isZero();
    assertThat(new ListAddress("/lost", "abc=A&reason=&min=50").filled(FOLDED)).isEqualTo(2);
  }
}
