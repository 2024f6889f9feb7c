package dev.winback.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The machine-readable part of a report: groups of headers with an empty line between them (RFC
 * 3464, 2.1; RFC 5965, 3). Read by hand, because servers write it with stray blank lines and
 * without the end that a parser of the standard waits for.
 */
final class HeaderBlocks {

  private HeaderBlocks() {}

  static List<InternetHeaders> of(String text) {
    var blocks = new ArrayList<InternetHeaders>();
    for (var block : text.replace("\r\n", "\n").split("\n[ \t]*\n")) {
      if (!block.isBlank()) {
        blocks.add(headers(block.replaceFirst("^\n+", "") + "\n\n"));
      }
    }
    return blocks;
  }

  /** The headers of a message that was returned, whole or without its body. */
  static InternetHeaders first(String text) {
    var blocks = of(text);
    return blocks.isEmpty() ? new InternetHeaders() : blocks.get(0);
  }

  private static InternetHeaders headers(String block) {
    try {
      var bytes = block.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
      return new InternetHeaders(new ByteArrayInputStream(bytes));
    } catch (MessagingException e) {
      return new InternetHeaders();
    }
  }

  /** One line; empty when there is no such header. */
  static String line(InternetHeaders headers, String name) {
    var values = headers.getHeader(name);
    return values == null || values.length == 0
        ? ""
        : Arrays.stream(values[0].split("\\R"))
            .map(String::strip)
            .reduce((a, b) -> a + " " + b)
            .orElse("");
  }

  /** What stands behind {@code rfc822;}, in lower case: an address. */
  static String address(InternetHeaders headers, String name) {
    var line = line(headers, name);
    var address = line.substring(line.indexOf(';') + 1).strip();
    return address.replaceAll("^<|>$", "").toLowerCase(Locale.ROOT);
  }
}
