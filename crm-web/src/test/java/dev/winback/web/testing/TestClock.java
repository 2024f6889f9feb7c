package dev.winback.web.testing;

import dev.winback.shared.Settings;
import dev.winback.testing.MovableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the movable clock in the place of the real one. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

  @Bean
  @Primary
  MovableClock movableClock(Settings settings) {
    return new MovableClock(settings);
  }
}
