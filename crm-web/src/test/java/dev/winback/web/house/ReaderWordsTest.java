package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a customer reads behind the links of a letter is there in each language, as a whole. */
class ReaderWordsTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final List<String> PAGES =
      List.of(
          "unsubscribe/page",
          "unsubscribe/unknown",
          "unsubscribe/link",
          "unsubscribe/test",
          "survey/form",
          "survey/questions",
          "survey/thanks",
          "survey/over",
          "survey/unknown",
          "layout/reader");
  private static final Pattern SAID = Pattern.compile("['{]((?:[a-z-]+\\.)+[a-z-]*)");
  private static final Pattern FIGURE = Pattern.compile("\\{\\d");

  /** What can be refused in a form (Answering), and what its controller says itself. */
  private static final Set<String> REFUSED =
      Set.of("survey.refused.too-long", "survey.refused.answer", "survey.form.blank");

  @Test
  void everyLanguageHasTheTextsOfTheReadersPagesAndNoOthers() throws IOException {
    var english = texts(file -> !file.contains("_"));
    var wanted = new TreeSet<>(REFUSED);
    for (var said : said()) {
      english.stringPropertyNames().stream()
          .filter(key -> said.endsWith(".") ? key.startsWith(said) : key.equals(said))
          .filter(key -> !key.equals("layout.product"))
          .forEach(wanted::add);
    }
    var german = texts(file -> file.endsWith("_de__reader.properties"));
    assertThat(new TreeSet<>(german.stringPropertyNames())).isEqualTo(wanted).hasSize(74);
    for (var key : wanted) {
      assertThat(figures(german.getProperty(key)))
          .as(key)
          .isEqualTo(figures(english.getProperty(key)));
    }
  }

  private static Set<String> said() throws IOException {
    var said = new TreeSet<String>();
    for (var page : PAGES) {
      var template = Files.readString(Path.of("src/main/resources/templates/" + page + ".html"));
      SAID.matcher(template).results().forEach(found -> said.add(found.group(1)));
    }
    return said;
  }

  private static Set<String> figures(String text) {
    return FIGURE.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
  }

  private static Properties texts(java.util.function.Predicate<String> which) throws IOException {
    var all = new Properties();
    try (Stream<Path> files = Files.list(MESSAGES)) {
      for (var file : files.filter(f -> which.test(f.getFileName().toString())).toList()) {
        try (var in = Files.newBufferedReader(file)) {
          all.load(in);
        }
      }
    }
    return all;
  }
}
