package dev.winback.mail;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The developers' part of a letter: table grid, dark mode, Outlook's comments; compiled from MJML
 * once, with places for what marketing writes.
 */
final class Layout {

  private static final Map<Parts, String> COMPILED = new ConcurrentHashMap<>();

  private Layout() {}

  /** What a letter may lack. */
  record Parts(boolean goods, boolean button) {}

  /** The page with safe HTML in its places. */
  static String filled(Parts parts, Map<String, String> places) {
    var page = COMPILED.computeIfAbsent(parts, Layout::compiled);
    for (var place : places.entrySet()) {
      page = page.replace("[[" + place.getKey() + "]]", place.getValue());
    }
    return page;
  }

  private static String compiled(Parts parts) {
    var mjml =
        resource("letter.mjml")
            .replace("[[goods-section]]", parts.goods() ? resource("goods.mjml") : "")
            .replace("[[button-section]]", parts.button() ? resource("button.mjml") : "");
    return Mjml4j.render(mjml, new Mjml4j.Configuration("en"));
  }

  static String resource(String file) {
    try (var in = Layout.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
