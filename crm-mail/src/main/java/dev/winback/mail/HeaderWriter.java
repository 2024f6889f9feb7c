package dev.winback.mail;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/**
 * The only place that writes headers of letters: each is one line of ASCII, folded at 76 characters
 * (RFC 5322, 2.2.3), and nothing that stands in a name or a subject begins another.
 */
final class HeaderWriter {

  /** Characters of a name or a subject: encoded, they must fit into a line of 998 bytes. */
  private static final int LONGEST = 200;

  private static final String CHARSET = "UTF-8";

  private final StringBuilder headers = new StringBuilder(1_500);

  /** Refuses with an IllegalArgumentException what is not printable ASCII. */
  HeaderWriter add(String name, String value) {
    if (!ascii(value)) {
      throw new IllegalArgumentException("characters in " + name + " that no header may have");
    }
    headers.append(name).append(": ");
    headers.append(MimeUtility.fold(name.length() + 2, value)).append("\r\n");
    return this;
  }

  /** Words in any script, encoded where they must be. */
  HeaderWriter words(String name, String words) throws UnsupportedEncodingException {
    return add(name, unfolded(MimeUtility.encodeText(oneLine(words), CHARSET, null)));
  }

  HeaderWriter mailbox(String name, String address, String person)
      throws UnsupportedEncodingException {
    return add(name, unfolded(new InternetAddress(address, oneLine(person), CHARSET).toString()));
  }

  byte[] bytes() {
    return headers.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Without control characters, short enough, and as it stands: what looks like an encoded word
   * gets an invisible joiner, so that it is encoded and no reader decodes it.
   */
  static String oneLine(String text) {
    var line =
        LetterRenderer.BREAKS.matcher(text).replaceAll(" ").replace("=?", "=\u2060?").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST));
  }

  static boolean ascii(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /** The library breaks between encoded words; what it breaks is one line to us. */
  private static String unfolded(String value) {
    return value.indexOf('\n') < 0 ? value : value.replace("\r\n ", " ");
  }
}
