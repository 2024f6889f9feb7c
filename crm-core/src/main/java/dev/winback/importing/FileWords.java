package dev.winback.importing;

import dev.winback.shared.Sql;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What files write in columns that know a few words only, in the languages of their firms. */
final class FileWords {

  static final List<String> YES_NO = List.of("yes", "no");

  private static final Map<String, String> MEANINGS = meanings();

  private FileWords() {}

  private static Map<String, String> meanings() {
    var meanings = new HashMap<String, String>();
    Sql.of(FileWords.class, "words.txt")
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains(":"))
        .map(line -> line.split(":", 2))
        .forEach(
            part ->
                Arrays.stream(part[1].split(","))
                    .forEach(word -> meanings.put(HeaderWord.bare(word), part[0])));
    return meanings;
  }

  /** Null for what is neither yes nor no. */
  static @Nullable Boolean flag(String text) {
    var word = certain(text, YES_NO);
    return word == null ? null : word.equals("yes");
  }

  /** Our word for the one of the file, where it is one of these and can be no other. */
  static @Nullable String certain(String text, List<String> allowed) {
    var bare = HeaderWord.bare(text);
    var ours = allowed.stream().filter(word -> HeaderWord.bare(word).equals(bare)).findFirst();
    var meaning = ours.orElse(MEANINGS.get(bare));
    return meaning != null && allowed.contains(meaning) ? meaning : null;
  }
}
