package dev.winback.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.winback.shared.Settings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Puts the limits of what somebody waits for around the program's one pool. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(Settings.class)
public class DatabaseLimits {

  @Bean
  static BeanPostProcessor limitedDatabase(ObjectProvider<Settings> settings) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HikariDataSource pool
            ? new LimitedDatabase(pool, settings.getObject().database())
            : bean;
      }
    };
  }

  @Bean
  SQLExceptionTranslator lockTimeouts() {
    return new LockTimeouts();
  }
}
