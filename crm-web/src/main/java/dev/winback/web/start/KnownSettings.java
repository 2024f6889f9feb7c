package dev.winback.web.start;

import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Stops the start at a name under {@code winback.} that nobody knows, in the variables of the
 * environment and those of the JVM: Spring looks for them in files and on the command line alone.
 */
public final class KnownSettings
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  static final Set<String> NAMES =
      names("winback", Settings.class).collect(Collectors.toCollection(TreeSet::new));

  private static final Pattern OURS = Pattern.compile("(?i)winback[._].*");
  private static final Pattern ONE_OF_A_LIST = Pattern.compile("(\\[\\d+]|_\\d+_?)$");

  /** What an orchestrator tells each program of a service that happens to be called so. */
  private static final Pattern SERVICE =
      Pattern.compile(".*(_SERVICE_(HOST|PORT(_.*)?)|_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    var sources = event.getEnvironment().getPropertySources();
    var unknown =
        Stream.of(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
            .flatMap(name -> unknown(sources.get(name)))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!unknown.isEmpty()) {
      throw new WrongSetting(sentence(unknown));
    }
  }

  static String sentence(Collection<String> unknown) {
    return "The setting "
        + String.join(", ", unknown)
        + " is not known; known are "
        + String.join(", ", NAMES)
        + ".";
  }

  private static Stream<String> unknown(@Nullable PropertySource<?> source) {
    return source instanceof EnumerablePropertySource<?> named
        ? Arrays.stream(named.getPropertyNames())
            .filter(name -> OURS.matcher(name).matches() && !known(name) && !service(name, named))
        : Stream.empty();
  }

  /** As Spring reads it: a variable may leave the dashes of a name out or write underscores. */
  private static boolean known(String name) {
    var one = ONE_OF_A_LIST.matcher(name).replaceFirst("");
    return one.contains(".")
        ? NAMES.stream().anyMatch(known -> plain(known).equals(plain(one)))
        : NAMES.stream()
            .map(known -> known.replace('.', '_'))
            .anyMatch(
                known ->
                    one.equalsIgnoreCase(known.replace("-", ""))
                        || one.equalsIgnoreCase(known.replace('-', '_')));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  private static boolean service(String name, PropertySource<?> source) {
    return SERVICE.matcher(name).matches()
        || name.endsWith("_PORT") && String.valueOf(source.getProperty(name)).contains("://");
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
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
