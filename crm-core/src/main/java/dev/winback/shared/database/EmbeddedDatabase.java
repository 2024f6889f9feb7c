package dev.winback.shared.database;

import dev.winback.shared.Settings;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The database of whoever named none: {@code spring.datasource.url} or {@code DATABASE_URL} switch
 * it off.
 */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
@Conditional(EmbeddedDatabase.NoUrl.class)
@EnableConfigurationProperties(Settings.class)
public class EmbeddedDatabase {

  @Bean
  EmbeddedServer embeddedServer(Settings settings) {
    return EmbeddedServer.in(settings.dataDir());
  }

  @Bean
  JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
    return new Connection(server.url());
  }

  private record Connection(String url) implements JdbcConnectionDetails {

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
  }

  static final class NoUrl extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      boolean named = context.getEnvironment().containsProperty("spring.datasource.url");
      return new ConditionOutcome(
          !named, ConditionMessage.of("spring.datasource.url is " + (named ? "set" : "not set")));
    }
  }
}
