package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each act that the code notes in the audit, and what it is about, is shown in words. */
class AuditWordsTest {

  private static final Properties WORDS = new Properties();

  @BeforeAll
  static void words() throws IOException {
    try (var in =
        Files.newBufferedReader(Path.of("src/main/resources/messages/audit.properties"))) {
      WORDS.load(in);
    }
  }

  @Test
  void everyActHasItsWords() throws IOException {
    var acts = AuditActs.read();
    assertThat(acts.unread).as("acts that this test cannot read").isEmpty();
    assertThat(acts.actions)
        .hasSizeGreaterThan(100)
        .contains("occasion.added", "customer.read", "lapse.assigned", "member.taken-back");
    assertThat(acts.subjects).hasSizeGreaterThan(20);
    assertThat(wordless("audit.action.", acts.actions)).isEmpty();
    assertThat(wordless("audit.subject.", acts.subjects)).isEmpty();
  }

  /** Who chooses one of them in the filter sees which. */
  @Test
  void noTwoActsHaveTheSameWords() {
    var words =
        WORDS.stringPropertyNames().stream()
            .filter(key -> key.startsWith("audit.action."))
            .map(WORDS::getProperty)
            .toList();
    assertThat(words).doesNotHaveDuplicates();
  }

  private static Set<String> wordless(String prefix, Set<String> codes) {
    var missing = new TreeSet<>(codes);
    missing.removeIf(code -> WORDS.containsKey(prefix + code));
    return missing;
  }
}
