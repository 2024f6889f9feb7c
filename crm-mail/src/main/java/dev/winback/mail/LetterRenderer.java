package dev.winback.mail;

import dev.winback.letter.FileLink;
import dev.winback.letter.LetterContent;
import dev.winback.letter.Letterhead;
import dev.winback.letter.RenderedLetter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes subject, HTML and plain text of a letter; the same for the preview and for what really
 * leaves. A saved template version is compiled once.
 */
@Component
public class LetterRenderer {

  /** Bound of one body in characters; Gmail cuts at half of it. */
  static final int LARGEST = 200_000;

  /** Longest subject that leaves. */
  static final int LONGEST_SUBJECT = 150;

  /** What no line of a letter, a name or a subject may have in it. */
  static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

  private static final int CACHED = 64;
  private static final Properties WORDS = words();

  private final Map<Key, Blueprint> blueprints =
      new LinkedHashMap<>(CACHED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Blueprint> eldest) {
          return size() > CACHED;
        }
      };

  private record Key(
      long template,
      String greeting,
      boolean button,
      boolean goods,
      String logo,
      List<Letterhead.Link> social,
      Map<String, FileLink> files,
      String language) {}

  /** Refuses with an IllegalArgumentException what no template may contain. */
  public RenderedLetter render(LetterContent content) {
    var values = values(content);
    var blueprint = blueprint(content);
    var words = blueprint.words(values);
    var subject = subject(blueprint.subject().filled(words));
    var letter = RenderedLetter.in(blueprint.frame(), subject, words);
    if (letter.html().length() > LARGEST || letter.text().length() > LARGEST) {
      throw new IllegalArgumentException("a letter has at most " + LARGEST + " characters");
    }
    // words that were written for this letter alone have a frame of their own, which nobody shares
    return content.templateId() == 0
        ? new RenderedLetter(subject, letter.html(), letter.text())
        : letter;
  }

  private Blueprint blueprint(LetterContent content) {
    if (content.templateId() == 0) {
      return Blueprint.of(content);
    }
    var key =
        new Key(
            content.templateId(),
            content.greeting(),
            !Blueprint.buttonUrl(content).isEmpty(),
            !content.goods().isEmpty(),
            content.firm().logoUrl(),
            content.firm().social(),
            content.files(),
            content.locale().getLanguage());
    synchronized (blueprints) {
      return blueprints.computeIfAbsent(key, k -> Blueprint.of(content));
    }
  }

  private static Map<String, String> values(LetterContent content) {
    var firm = content.firm();
    var values = new HashMap<String, String>();
    content.variables().forEach((name, value) -> values.put(name, printable(value)));
    values.put("firm_name", printable(firm.name()));
    values.put("contact", contact(firm));
    values.put("goods_html", GoodsList.html(content.goods()));
    values.put("goods_text", GoodsList.text(content.goods()));
    values.put("button_url", Blueprint.buttonUrl(content));
    values.put("unsubscribe_url", content.unsubscribeUrl());
    values.put("unsubscribe_text", wayOut(content.locale().getLanguage()));
    return values;
  }

  /** In the letter's language where the program knows the words, else in English. */
  private static String wayOut(String language) {
    return WORDS.getProperty("unsubscribe." + language, WORDS.getProperty("unsubscribe"));
  }

  private static String contact(LetterContent.Firm firm) {
    return Stream.of(firm.name(), firm.postalAddress(), firm.phone(), firm.email(), firm.website())
        .map(LetterRenderer::printable)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  /** One line without control and direction characters: a name must not turn the letter around. */
  static String printable(String value) {
    return DIRECTIONS.matcher(BREAKS.matcher(value).replaceAll(" ")).replaceAll("").strip();
  }

  private static String subject(String subject) {
    var line = printable(subject);
    return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT));
  }

  private static Properties words() {
    var words = new Properties();
    try {
      words.load(new java.io.StringReader(Layout.resource("words.properties")));
      return words;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
