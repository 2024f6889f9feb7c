package dev.winback.testing;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.PlatformTransactionManager;

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

  @Bean
  JdbcTemplate testJdbc(
      DataSource data,
      ObjectProvider<PlatformTransactionManager> transactions,
      SQLExceptionTranslator faults) {
    var jdbc = new TestJdbc(data, transactions);
    jdbc.setExceptionTranslator(faults);
    return jdbc;
  }
}
