package dev.winback.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import dev.winback.testing.TestDatabase;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
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
          winback.mail.from|Winback <letters@example.com>|an e-mail address such as
          winback.mail.from|letters|an e-mail address such as
          winback.mail.from|letters@bücher.example|an e-mail address such as
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
  void aDatabaseThatCannotBeUsedIsOneSentenceWithoutThePassword() {
    assertThat(ofDatabase("jdbc:postgresql://127.0.0.1:1/winback"))
        .startsWith("The database cannot be used: Connection to 127.0.0.1:1 refused.")
        .contains("DATABASE_URL")
        .doesNotContain("secret", "\n");
    assertThat(ofDatabase("jdbc:postgresql://no-such-host.invalid/winback"))
        .contains("There is no host no-such-host.invalid.");
    assertThat(ofDatabase(TestDatabase.fresh().replaceFirst("/[^/?]+(\\?|$)", "/none$1")))
        .contains("database \"none\" does not exist");
    assertThat(sentence(new SQLException("FATAL: no", "28P01"))).contains("used: FATAL: no. DATA");
    assertThat(sentence(new SQLException("no such column", "42703"))).isNull();
  }

  private static String ofDatabase(String url) {
    var failure = catchThrowable(() -> DriverManager.getConnection(url, "winback", "secret"));
    return sentence(new IllegalStateException("the pool", failure));
  }

  private static String sentence(Throwable failure) {
    var analysis = new WrongSettingAnalyzer().analyze(failure);
    return analysis == null ? null : analysis.getDescription();
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

  @Test
  void aSenderThatNobodyCanAnswerIsRefusedAsSoonAsOthersCanReadTheLinks() {
    var open = "winback.base-url=https://crm.example.com";
    var mailbox = "winback.mail.mode=mailbox";
    for (var sender : new String[] {"letters@localhost", "a@mail.LOCALHOST", "a@localhost."}) {
      assertThat(sender(open, "winback.mail.from=" + sender))
          .contains("winback.mail.from is \"" + sender + "\"", "winback.base-url");
    }
    assertThat(sender(open)).contains("letters@localhost");
    assertThat(sender("winback.base-url=http://localhost:8080")).isNull();
    assertThat(sender(open, mailbox)).isNull();
    assertThat(sender(open, "winback.mail.from=letters@example.com")).isNull();
  }

  /** What the start says of the sender of letters; null: nothing. */
  private String sender(String... properties) {
    var said = new AtomicReference<String>();
    runner
        .withPropertyValues(properties)
        .run(
            context -> {
              try {
                StartGuard.requireSender(context.getBean(Settings.class));
              } catch (WrongSetting wrong) {
                said.set(wrong.getMessage());
              }
            });
    return said.get();
  }

  private String sentenceFor(String property) {
    var sentence = new StringBuilder();
    runner
        .withPropertyValues(property)
        .run(
            context -> {
              sentence.append(sentence(context.getStartupFailure()));
            });
    return sentence.toString();
  }
}
