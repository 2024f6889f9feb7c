package dev.winback.testing;

import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Real password hashes in the cheapest strength: each call of a test by HTTP Basic checks one. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPasswords {

  @Bean
  @Primary
  PasswordEncoder cheapPasswordEncoder() {
    return new DelegatingPasswordEncoder(
        "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 64, 1)));
  }
}
