package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide promises that its words are those on the screens. */
class GuideWordsTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path GUIDE = Path.of("../src/docs/guide/README.md");

  private static final Pattern TITLE = Pattern.compile("\\*\\*.*?\\*\\*", Pattern.DOTALL);
  private static final Pattern LABEL = Pattern.compile("\\*([^*]+)\\*");

  @Test
  void eachLabelOfTheGuideIsATextOfTheProgram() throws IOException {
    var texts = texts();
    var labels = labels(Files.readString(GUIDE));
    assertThat(labels).hasSizeGreaterThan(200).contains("Not come back");
    assertThat(labels)
        .filteredOn(label -> texts.stream().noneMatch(text -> text.contains(label)))
        .isEmpty();
    assertThat(labels("Press *Reports → Whom we\ndropped*."))
        .containsExactly("Reports", "Whom we dropped");
  }

  private static List<String> labels(String guide) {
    return LABEL
        .matcher(TITLE.matcher(guide).replaceAll(""))
        .results()
        .flatMap(label -> Stream.of(label.group(1).replaceAll("\\s+", " ").split(" → ")))
        .toList();
  }

  private static List<String> texts() throws IOException {
    var texts = new ArrayList<String>();
    try (var files = Files.list(MESSAGES)) {
      for (var file : files.toList()) {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
          messages.load(reader);
        }
        messages.values().forEach(text -> texts.add(text.toString().replace("''", "'")));
      }
    }
    return texts;
  }
}
