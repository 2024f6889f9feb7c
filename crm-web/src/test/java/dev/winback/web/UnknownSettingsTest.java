package dev.winback.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.WrongSetting;
import dev.winback.web.start.KnownSettings;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Variables of the environment and of the JVM whose names nobody knows stop the start. */
class UnknownSettingsTest {

  private static final String VARIABLES =
      StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
  private static final String JVM = StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME;

  @Test
  void theProgramAsItIsStartedSaysSoInOneSentence() {
    var application = WinbackApplication.application();
    application.setEnvironment(environment(Map.of("WINBACK_MIAL_MODE", "pigeon"), Map.of()));
    assertThatThrownBy(application::run)
        .isInstanceOf(WrongSetting.class)
        .hasMessageStartingWith(
            "The setting WINBACK_MIAL_MODE is not known; known are winback.admin.password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WINBACK_MAIL_SOFT_OPTIN",
        "WINBACK_TODAY_IS",
        "winback_mial_mode",
        "winback.mial.mode",
        "WINBACK_PORT",
        "WINBACK_MAIL"
      })
  void aVariableOfTheEnvironmentIsNamed(String name) {
    assertThatThrownBy(() -> start(Map.of(name, "x"), Map.of()))
        .hasMessageStartingWith("The setting " + name + " is not known")
        .hasMessageContaining("winback.mail.soft-opt-in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"winback.mail.hour", "winback.hosts.first", "winback.mail"})
  void aVariableOfTheJvmIsNamed(String name) {
    assertThatThrownBy(() -> start(Map.of(), Map.of(name, "7")))
        .hasMessageStartingWith("The setting " + name + " is not known");
  }

  @Test
  void allThatAreUnknownAreNamedTogether() {
    assertThatThrownBy(
            () -> start(Map.of("WINBACK_MIAL_MODE", "x"), Map.of("winback.mail.hour", "7")))
        .hasMessageStartingWith("The setting WINBACK_MIAL_MODE, winback.mail.hour is not known");
  }

  @Test
  void whatSpringReadsIsKnownHoweverItIsWritten() {
    var variables =
        Map.<String, Object>of(
            "WINBACK_MAIL_SOFT_OPT_IN", "true",
            "WINBACK_MAIL_SOFTOPTIN", "true",
            "winback_zone", "Europe/Berlin",
            "WINBACK_HOSTS_0", "crm.example.com",
            "winback.mail.workers", "2",
            "DATABASE_URL", "of others");
    var jvm = Map.of("winback.mail.softOptIn", "true", "winback.hosts[1]", "a.example.com");
    assertThatCode(() -> start(variables, jvm)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "WINBACK_SERVICE_HOST, 10.0.0.1",
    "WINBACK_SERVICE_PORT_HTTP, 80",
    "WINBACK_PORT, tcp://10.0.0.1:80",
    "WINBACK_PORT_80_TCP_ADDR, 10.0.0.1",
    "WINBACK_WEB_SERVICE_PORT, 80",
  })
  void whatAnOrchestratorTellsOfAServiceIsNoSetting(String name, String value) {
    assertThatCode(() -> start(Map.of(name, value), Map.of())).doesNotThrowAnyException();
  }

  private static void start(Map<String, Object> variables, Map<String, String> jvm) {
    new KnownSettings()
        .onApplicationEvent(
            new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(),
                new SpringApplication(),
                new String[0],
                environment(variables, jvm)));
  }

  private static StandardEnvironment environment(
      Map<String, Object> variables, Map<String, String> jvm) {
    var properties = new Properties();
    properties.putAll(jvm);
    var environment = new StandardEnvironment();
    var sources = environment.getPropertySources();
    sources.replace(VARIABLES, new SystemEnvironmentPropertySource(VARIABLES, variables));
    sources.replace(JVM, new PropertiesPropertySource(JVM, properties));
    return environment;
  }
}
