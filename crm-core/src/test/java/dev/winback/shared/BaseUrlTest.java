package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Paths are put behind the address that is set, with one slash. */
class BaseUrlTest {

  @Test
  void aSlashAtTheEndIsNotDoubled() {
    assertThat(baseUrl("https://crm.example.com/")).isEqualTo("https://crm.example.com");
    assertThat(baseUrl("https://example.com/crm//")).isEqualTo("https://example.com/crm");
    assertThat(baseUrl("http://localhost:8080")).isEqualTo("http://localhost:8080");
  }

  private static String baseUrl(String set) {
    var source = new MapConfigurationPropertySource(Map.of("winback.base-url", set));
    return new Binder(source).bind("winback", Settings.class).get().baseUrl().toString();
  }
}
