package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text stands in a message file that nothing says, and none as nobody would write it. */
class MessageUseTest {

  private static final Pattern WHOLE = Pattern.compile("[\"'{]([a-z][a-zA-Z0-9._-]*)");

  /** A sentence with its reasons is asked for by the key of the sentence alone. */
  private static final String WHY = "\\.why$";

  private static final Pattern BEGUN =
      Pattern.compile("[\"']([a-z][a-zA-Z0-9_-]*\\.[a-zA-Z0-9._-]*)[\"']");

  @Test
  void everyTextIsSaidSomewhere() throws IOException {
    var said = said();
    var whole = words(WHOLE, said);
    var begun =
        words(BEGUN, said).stream().filter(word -> word.endsWith(".")).collect(Collectors.toSet());
    var unused = new TreeSet<>(keys());
    unused.removeIf(
        key ->
            whole.contains(key)
                || whole.contains(key.replaceFirst(WHY, ""))
                || begun.stream().anyMatch(key::startsWith));
    assertThat(whole).hasSizeGreaterThan(1_000);
    assertThat(unused).isEmpty();
  }

  /** Only what has a figure is read as a pattern, in which an apostrophe is written twice. */
  @Test
  void noTextWithoutAFigureShowsTwoApostrophes() throws IOException {
    var texts = texts();
    var doubled = new TreeSet<>(texts.stringPropertyNames());
    doubled.removeIf(
        key -> texts.getProperty(key).contains("{") || !texts.getProperty(key).contains("''"));
    assertThat(doubled).isEmpty();
  }

  /** In a narrow column the sign would stand alone on the next line. */
  @Test
  void noPercentSignFallsOffItsNumber() throws IOException {
    var texts = texts();
    var loose = new TreeSet<>(texts.stringPropertyNames());
    loose.removeIf(key -> !texts.getProperty(key).contains("} %"));
    assertThat(loose).isEmpty();
  }

  private static Set<String> words(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  private static String said() throws IOException {
    var all = new StringBuilder();
    for (var root : new String[] {"../crm-core/src/main", "../crm-mail/src/main", "src/main"}) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (var file :
            files.filter(f -> f.toString().matches(".*\\.(java|html|sql|js)")).toList()) {
          all.append(Files.readString(file)).append('\n');
        }
      }
    }
    return all.toString();
  }

  private static Set<String> keys() throws IOException {
    return texts().stringPropertyNames();
  }

  private static Properties texts() throws IOException {
    var all = new Properties();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
      for (var file : files.toList()) {
        try (var in = Files.newBufferedReader(file)) {
          all.load(in);
        }
      }
    }
    return all;
  }
}
