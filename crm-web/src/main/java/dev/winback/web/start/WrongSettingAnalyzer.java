package dev.winback.web.start;

import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one sentence which setting stops the start, what its value is and what is allowed. */
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
    return null;
  }

  private static String unknown(UnboundConfigurationPropertiesException failure) {
    var names =
        failure.getUnboundProperties().stream()
            .map(p -> p.getName().toString())
            .sorted()
            .collect(Collectors.joining(", "));
    return "The setting " + names + " is not known; known are " + String.join(", ", known()) + ".";
  }

  private static Set<String> known() {
    return names("winback", Settings.class).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> names(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).flatMap(component -> names(prefix, component));
  }

  private static Stream<String> names(String prefix, RecordComponent component) {
    var name = prefix + "." + ConfigurationPropertyName.adapt(dashed(component.getName()), '.');
    var type = component.getType();
    return type.isRecord() && type.getEnclosingClass() == Settings.class
        ? names(name, type)
        : Stream.of(name);
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
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
