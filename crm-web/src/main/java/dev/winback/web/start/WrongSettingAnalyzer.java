package dev.winback.web.start;

import dev.winback.shared.WrongSetting;
import dev.winback.shared.database.DatabaseFault;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says in one sentence what stops the start: which setting, what its value is and what is allowed,
 * or that the database cannot be used.
 */
class WrongSettingAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var sentence = sentence(cause);
      if (sentence != null) {
        return new FailureAnalysis(sentence, null, failure);
      }
    }
    return null;
  }

  private static @Nullable String sentence(Throwable cause) {
    if (cause instanceof WrongSetting wrong) {
      return wrong.getMessage();
    }
    if (cause instanceof UnboundConfigurationPropertiesException unknown) {
      return unknown(unknown);
    }
    if (cause instanceof BindException bind
        && !(bind.getCause() instanceof UnboundConfigurationPropertiesException)) {
      return bind.getProperty() == null ? null : wrong(bind, bind.getProperty());
    }
    return DatabaseFault.sentence(cause);
  }

  private static String unknown(UnboundConfigurationPropertiesException failure) {
    return KnownSettings.sentence(
        failure.getUnboundProperties().stream()
            .map(property -> property.getName().toString())
            .sorted()
            .toList());
  }

  private static String wrong(BindException failure, ConfigurationProperty property) {
    return WrongSetting.sentence(property.getName().toString(), shown(property), allowed(failure));
  }

  /** A password never reaches a log. */
  private static Object shown(ConfigurationProperty property) {
    return property.getName().toString().contains("password")
        ? "(not shown)"
        : "\"" + property.getValue() + "\"";
  }

  private static String allowed(BindException failure) {
    return Allowed.of(Objects.requireNonNull(failure.getTarget().getType().resolve(Object.class)));
  }
}
