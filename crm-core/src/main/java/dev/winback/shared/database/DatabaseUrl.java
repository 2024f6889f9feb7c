package dev.winback.shared.database;

import dev.winback.shared.WrongSetting;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns {@code DATABASE_URL=postgres://user:password@host:5432/name} into {@code
 * spring.datasource.*}.
 */
public final class DatabaseUrl implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    var url = environment.getProperty("DATABASE_URL");
    if (url != null && !url.isBlank() && environment.getProperty("spring.datasource.url") == null) {
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("DATABASE_URL", properties(url.strip())));
    }
  }

  static Map<String, Object> properties(String url) {
    if (url.startsWith("jdbc:")) {
      return Map.of("spring.datasource.url", url);
    }
    var uri = parsed(url);
    var properties = new HashMap<String, Object>();
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    var port = uri.getPort() < 0 ? 5432 : uri.getPort();
    properties.put(
        "spring.datasource.url",
        "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query);
    if (uri.getRawUserInfo() != null) {
      var user = uri.getRawUserInfo().split(":", 2);
      properties.put("spring.datasource.username", decoded(user[0]));
      properties.put("spring.datasource.password", user.length > 1 ? decoded(user[1]) : "");
    }
    return properties;
  }

  private static URI parsed(String url) {
    try {
      var uri = URI.create(url);
      if (("postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getRawPath().length() > 1) {
        return uri;
      }
    } catch (IllegalArgumentException notAUri) {
      // answered below: the text may hold a password and is not repeated
    }
    throw new WrongSetting(
        "DATABASE_URL", "(not shown)", "postgres://user:password@host:5432/database");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
