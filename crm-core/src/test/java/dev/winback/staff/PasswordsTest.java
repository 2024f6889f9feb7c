package dev.winback.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How dear a guess is (hold.md T43). */
class PasswordsTest {

  @Test
  void aPasswordIsHashedByArgon2idWith19MiBAndTwoPasses() {
    var encoder = new Passwords().passwordEncoder();
    var hash = encoder.encode("correct horse battery");
    assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(encoder.matches("correct horse battery", hash)).isTrue();
    assertThat(encoder.matches("correct horse", hash)).isFalse();
  }
}
