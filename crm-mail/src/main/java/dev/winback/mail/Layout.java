package dev.winback.mail;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The developers' part of a letter: table grid, dark mode, Outlook's comments; compiled from MJML
 * once, with places for what marketing writes.
 */
final class Layout {

  private static final String WITH_BUTTON = compiled(resource("button.mjml"));
  private static final String WITHOUT_BUTTON = compiled("");

  private Layout() {}

  /** The page with safe HTML in its places. */
  static String filled(boolean button, Map<String, String> places) {
    var page = button ? WITH_BUTTON : WITHOUT_BUTTON;
    for (var place : places.entrySet()) {
      page = page.replace("[[" + place.getKey() + "]]", place.getValue());
    }
    return page;
  }

  private static String compiled(String button) {
    var mjml = resource("letter.mjml").replace("[[button-section]]", button);
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
