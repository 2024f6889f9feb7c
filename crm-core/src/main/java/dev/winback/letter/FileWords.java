package dev.winback.letter;

import dev.winback.shared.Refused;
import dev.winback.shared.Sha256;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** How a file of letters is called, what is said in its place, and where it is found. */
final class FileWords {

  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_WORDS = 200;
  private static final int ADDRESS_BYTES = 16;

  private FileWords() {}

  /** What the file was called where it came from, as far as an address may say it. */
  static String name(String fileName) {
    var last =
        fileName.substring(1 + Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')));
    var bare = last.replaceFirst("\\.[^.]{1,5}$", "");
    var plain =
        Normalizer.normalize(bare, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9]+", "-");
    var name = plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).replaceAll("^-|-$", "");
    return name.isEmpty() ? "file" : name;
  }

  static String checked(String words) {
    var line = words.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      throw Refused.field("words", "letter.refused.file.words");
    }
    if (line.length() > LONGEST_WORDS) {
      throw Refused.field("words", "letter.refused.too-long", line.length(), LONGEST_WORDS);
    }
    if (line.contains("{{") || line.contains("}}")) {
      throw Refused.field("words", "letter.refused.fallback-variable");
    }
    return line;
  }

  /** Of the content alone: one content has one address, and nobody can guess it. */
  static String address(byte[] content) {
    var hash = Sha256.digest().digest(content);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash, ADDRESS_BYTES));
  }
}
