package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.KeptRows;
import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** From how many losses on a firm is large: one at least, or the start ends with a sentence. */
class LargeFromTest {

  @Test
  void noLossIsNotLarge() {
    assertThatThrownBy(() -> reports("0"))
        .isInstanceOf(WrongSetting.class)
        .hasMessageContaining("winback.night.large-from")
        .hasMessageContaining("1 lapse or more");
    assertThatCode(() -> reports("1")).doesNotThrowAnyException();
  }

  private static KeptReports reports(String from) {
    var source = new MapConfigurationPropertySource(Map.of("winback.night.large-from", from));
    var settings = new Binder(source).bindOrCreate("winback", Settings.class);
    var jdbc = JdbcClient.create(new DriverManagerDataSource());
    return new KeptReports(jdbc, new KeptRows(jdbc), settings);
  }
}
