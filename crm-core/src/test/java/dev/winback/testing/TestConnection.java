package dev.winback.testing;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives a test context a database of its own. */
@TestConfiguration(proxyBeanMethods = false)
public class TestConnection {

  @Bean
  JdbcConnectionDetails testDatabase() {
    var url = TestDatabase.fresh();
    return new JdbcConnectionDetails() {
      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "postgres";
      }

      @Override
      public String getJdbcUrl() {
        return url;
      }
    };
  }
}
