package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Every text of a page stands in the message files, and every key that is named is there. */
class MessagesTest {

  private static final Pattern KEY = Pattern.compile("#\\{([a-z][a-zA-Z0-9._-]*)[}(]");
  private static final Pattern PREFIX = Pattern.compile("#\\{\\$\\{'([a-z][a-zA-Z0-9._-]*)'");
  private static final Pattern WORDING =
      Pattern.compile("(?:wording|shown)\\.of\\('([a-zA-Z0-9._-]+)'");
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:new Refused|Refused\\.field)\\(\\s*(?:\"[^\"]*\",\\s*)?\"([a-z0-9.-]+)\"");
  private static final Pattern STEP_OF_SWEEP =
      Pattern.compile(
          "(?s)insert into lapse_event \\([^)]*\\)\\s*select (.*?)(?:jsonb_build|from)");
  private static final Pattern WORD = Pattern.compile("'([a-z-]+)'");
  private static final Pattern STEP_OF_PERSON =
      Pattern.compile("(?:save|note)\\(\\s*lapse[^;]*?actor(?:\\(\\))?,\\s*\"([a-z-]+)\"");
  private static final Set<String> SPOKEN = Set.of("title", "placeholder", "aria-label", "alt");

  @Test
  void everyKeyInATemplateHasItsText() throws IOException {
    var messages = messages();
    var missing = new TreeSet<String>();
    for (var template : files("src/main/resources/templates", ".html")) {
      missing.addAll(missingKeys(Files.readString(template), messages));
    }
    assertThat(missing).isEmpty();
    assertThat(missingKeys("<p th:text=\"#{no.such.key}\"></p>", messages))
        .containsExactly("no.such.key");
  }

  @Test
  void noTemplateContainsATextOfItsOwn() throws IOException {
    var found = new ArrayList<String>();
    for (var template : files("src/main/resources/templates", ".html")) {
      literals(Files.readString(template)).forEach(text -> found.add(template + ": " + text));
    }
    assertThat(found).isEmpty();
    assertThat(literals("<p>Hello</p>")).containsExactly("Hello");
    assertThat(literals("<a title=\"Hello\" th:text=\"#{x}\">like this</a>"))
        .containsExactly("Hello");
  }

  @Test
  void everyRefusalHasItsSentence() throws IOException {
    var messages = messages();
    var missing = new TreeSet<String>();
    for (var root :
        List.of("../crm-core/src/main/java", "../crm-mail/src/main/java", "src/main/java")) {
      for (var source : files(root, ".java")) {
        REFUSAL
            .matcher(Files.readString(source))
            .results()
            .map(m -> m.group(1))
            .filter(key -> !key.endsWith(".") && !messages.containsKey(key))
            .forEach(missing::add);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyStepOfALapseHasItsWords() throws IOException {
    var steps = new TreeSet<String>();
    var lapse = "../crm-core/src/main/";
    for (var sweep : files(lapse + "resources/dev/winback/lapse", ".sql")) {
      STEP_OF_SWEEP
          .matcher(Files.readString(sweep))
          .results()
          .forEach(written -> found(WORD, written.group(1), steps));
    }
    for (var source : files(lapse + "java/dev/winback/lapse", ".java")) {
      found(STEP_OF_PERSON, Files.readString(source), steps);
    }
    assertThat(steps).contains("opened", "blamed", "twice-lost", "reopened");
    assertThat(messages()).containsKeys(steps.stream().map(s -> "timeline.event." + s).toArray());
  }

  private static void found(Pattern pattern, String text, Set<String> words) {
    pattern.matcher(text).results().forEach(m -> words.add(m.group(1)));
  }

  /** The last one of two silently wins: a label once said what a kind of question is called. */
  @Test
  void everyKeyStandsOnce() throws IOException {
    var seen = new TreeSet<String>();
    var twice = new ArrayList<String>();
    for (var file : files("src/main/resources/messages", ".properties")) {
      for (var line : Files.readAllLines(file)) {
        int end = line.indexOf('=');
        if (end > 0
            && !line.startsWith("#")
            && !seen.add(language(file) + line.substring(0, end).strip())) {
          twice.add(line.substring(0, end));
        }
      }
    }
    assertThat(twice).isEmpty();
    assertThat(seen).hasSizeGreaterThan(1_000);
  }

  /** Nothing for English, else an underscore and the language. */
  private static String language(Path file) {
    return file.getFileName().toString().replaceAll("^[^_.]*|\\.properties$", "");
  }

  @Test
  void everyMessageFileIsRead() throws IOException {
    var read = new Properties();
    try (var in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
      read.load(in);
    }
    var names = List.of(read.getProperty("spring.messages.basename").split(","));
    for (var file : files("src/main/resources/messages", ".properties")) {
      assertThat(names)
          .contains("messages/" + file.getFileName().toString().replaceAll("[_.].*", ""));
    }
  }

  private static List<String> missingKeys(String template, Properties messages) {
    var keys = new ArrayList<String>();
    KEY.matcher(template).results().forEach(m -> keys.add(m.group(1)));
    WORDING.matcher(template).results().forEach(m -> keys.add(m.group(1)));
    var missing = new ArrayList<>(keys.stream().filter(k -> !messages.containsKey(k)).toList());
    PREFIX
        .matcher(template)
        .results()
        .map(m -> m.group(1))
        .filter(p -> messages.stringPropertyNames().stream().noneMatch(k -> k.startsWith(p)))
        .forEach(missing::add);
    return missing;
  }

  private static List<String> literals(String template) {
    var found = new ArrayList<String>();
    for (var element : Jsoup.parse(template).getAllElements()) {
      if (!replaced(element) && hasLetters(element.ownText())) {
        found.add(element.ownText());
      }
      element.attributes().asList().stream()
          .filter(a -> SPOKEN.contains(a.getKey()) && hasLetters(a.getValue()))
          .forEach(a -> found.add(a.getValue()));
    }
    return found;
  }

  /** Its own text is only an example for who opens the file without the program. */
  private static boolean replaced(Element element) {
    return Set.of("script", "style", "kbd", "code", "#root").contains(element.tagName())
        || Stream.of("th:text", "th:utext", "th:replace", "th:insert").anyMatch(element::hasAttr);
  }

  private static boolean hasLetters(String text) {
    return text.replaceAll("\\[\\[.*?]]", "").codePoints().anyMatch(Character::isLetter);
  }

  private static Properties messages() throws IOException {
    var all = new Properties();
    for (var file : files("src/main/resources/messages", ".properties")) {
      if (language(file).isEmpty()) {
        try (var in = Files.newBufferedReader(file)) {
          all.load(in);
        }
      }
    }
    return all;
  }

  private static List<Path> files(String root, String ending) throws IOException {
    try (var walk = Files.walk(Path.of(root))) {
      return walk.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}
