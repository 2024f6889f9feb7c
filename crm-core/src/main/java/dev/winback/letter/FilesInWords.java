package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pictures and downloads that the words of a letter name. */
final class FilesInWords {

  private static final String NAME = "([a-z0-9][a-z0-9-]{0,59})";
  private static final Pattern NAMED = Pattern.compile("]\\((?:picture|file):" + NAME + "\\)");
  private static final Pattern DOWNLOAD = Pattern.compile("]\\(file:" + NAME + "\\)");

  /** Markdown has more ways to write a link than this program knows where a file is used. */
  private static final Pattern OTHERWISE =
      Pattern.compile("(?im)(?:]\\(\\s*<?|^[ >]*\\[[^\\[\\]]{0,300}+]:\\s*<?|<)(?:picture|file):");

  private static final Pattern PICTURE =
      Pattern.compile("!\\[((?:[^\\[\\]\\\\]|\\\\.){0,300}+)]\\(picture:" + NAME + "\\)");
  private static final Pattern IMAGE = Pattern.compile("(?<!\\\\)!\\[");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private FilesInWords() {}

  static Set<String> names(String body) {
    var names = new LinkedHashSet<String>();
    NAMED.matcher(body).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  /** A picture from elsewhere tells its owner who reads, and is gone when he likes. */
  static void check(String body) {
    var rest = PICTURE.matcher(body).replaceAll("");
    if (IMAGE.matcher(rest).find()) {
      throw Refused.field("body", "letter.refused.picture");
    }
    if (OTHERWISE.matcher(DOWNLOAD.matcher(rest).replaceAll("]")).find()) {
      throw Refused.field("body", "letter.refused.download");
    }
  }

  /** The names of what is to be seen. */
  static Stream<String> pictures(String body) {
    return PICTURE.matcher(body).results().map(found -> found.group(2));
  }

  static boolean shows(String body) {
    return PICTURE.matcher(body).find();
  }

  /** How many words are left for whoever does not load pictures. */
  static long wordsBeside(String body) {
    var bare = PICTURE.matcher(body).replaceAll(" ").strip();
    return bare.isEmpty() ? 0 : Arrays.stream(BLANK.split(bare)).count();
  }
}
