package dev.winback.testing;

import dev.winback.shared.Settings;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** The domain without pages and mail, on a clock that tests move. */
@Configuration(proxyBeanMethods = false)
@TestComponent // keeps it out of the scan of the real application
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "dev.winback")
@ComponentScan(
    basePackages = "dev.winback",
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@EnableConfigurationProperties(Settings.class)
public class CoreApplication {

  @Bean
  @Primary
  MovableClock movableClock(Settings settings) {
    return new MovableClock(settings);
  }
}
