package dev.winback.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/**
 * A wrong setting stops the start with one sentence that names the setting, the value and what is
 * allowed.
 */
class WrongSettingsTest {

  @Configuration
  @EnableConfigurationProperties(Settings.class)
  static class OnlySettings {}

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(OnlySettings.class);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          winback.today|31.02.2026|a date such as
          winback.zone|Mars/Olympus|a time zone such as
          winback.currency|EURO|a currency of ISO 4217
          winback.mail.mode|pigeon|mailbox or smtp
          winback.mail.hours|19:00-09:00|hours such as 09:00-19:00
          winback.mail.soft-opt-in|perhaps|true or false
          winback.mail.undo-span|soon|a span of time such as 30s
          winback.mail.undo-span|-5s|0s or more
          winback.mail.workers|0|1 or more
          winback.mail.nodes|some|true or false
          winback.night.hour|25:00|a time such as 02:00
          winback.night.large-from|many|a whole number
          winback.demo|maybe|true or false
          """)
  void aWrongValueIsNamedWithWhatIsAllowed(String name, String value, String allowed) {
    assertThat(sentenceFor(name + "=" + value))
        .contains(name)
        .contains("\"" + value + "\"")
        .contains(allowed);
  }

  @Test
  void anUnknownSettingIsNamedWithTheKnownOnes() {
    assertThat(sentenceFor("winback.mial.mode=smtp"))
        .contains("winback.mial.mode is not known")
        .contains("winback.mail.mode")
        .contains("winback.mail.soft-opt-in");
  }

  @Test
  void linksThatOthersCanReadAreRefused() {
    StartGuard.requireSafeLinks(URI.create("https://crm.example.com"));
    StartGuard.requireSafeLinks(URI.create("http://localhost:8080"));
    StartGuard.requireSafeLinks(URI.create("http://127.0.0.1:8080"));
    for (var wrong :
        new String[] {"http://192.0.2.7", "ftp://localhost", "crm.example.com", "http:"}) {
      assertThatThrownBy(() -> StartGuard.requireSafeLinks(URI.create(wrong + "/")))
          .isInstanceOf(WrongSetting.class)
          .hasMessageContaining("winback.base-url");
    }
  }

  private String sentenceFor(String property) {
    var sentence = new StringBuilder();
    runner
        .withPropertyValues(property)
        .run(
            context -> {
              var analysis = new WrongSettingAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis).isNotNull();
              sentence.append(analysis.getDescription());
            });
    return sentence.toString();
  }
}
