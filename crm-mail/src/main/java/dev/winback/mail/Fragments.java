package dev.winback.mail;

import dev.winback.letter.FileLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What marketing writes, made into HTML that can do no harm; placeholders pass the sanitizer as
 * private-use characters, because it would tear their braces apart.
 */
final class Fragments {

  /** "this" would print the whole map. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{\\s*(?!this\\s*})([a-z_]+)\\s*}}");

  private static final Pattern SENTINEL = Pattern.compile("\uE000(\\d+)\uE001");

  private static final Parser MARKDOWN = Parser.builder().build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).softbreak("<br />\n").build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS).build();
  private static final PolicyFactory SAFE =
      new HtmlPolicyBuilder()
          .allowElements("p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a")
          .allowAttributes("href")
          .matching(Pattern.compile("https://[^\\s\uE000\uE001]+"))
          .onElements("a")
          .allowStandardUrlProtocols()
          .toFactory();

  private Fragments() {}

  /** The Markdown subset as safe HTML with its placeholders, showing these files. */
  static String html(String markdown, Map<String, FileLink> files) {
    var names = new ArrayList<String>();
    var shown = new ShownFiles(files, true);
    var safe = SAFE.sanitize(HTML.render(parsed(markdown, names, shown)));
    return restored(shown.restored(safe), names);
  }

  /** The same as plain text. */
  static String text(String markdown, Map<String, FileLink> files) {
    var names = new ArrayList<String>();
    return restored(TEXT.render(parsed(markdown, names, new ShownFiles(files, false))), names);
  }

  private static Node parsed(String markdown, List<String> names, ShownFiles shown) {
    var parsed = MARKDOWN.parse(guarded(markdown, names));
    parsed.accept(shown);
    return parsed;
  }

  /** Plain text of several lines as HTML. */
  static String plain(String text) {
    var names = new ArrayList<String>();
    return restored(escaped(guarded(text, names)).replace("\n", "<br />"), names);
  }

  private static String guarded(String text, List<String> names) {
    var clean = text.replace("\r\n", "\n").replaceAll("[\uE000-\uF8FF]", "");
    var guarded =
        PLACEHOLDER
            .matcher(clean)
            .replaceAll(
                tag -> {
                  names.add(tag.group(1));
                  return "\uE000" + (names.size() - 1) + "\uE001";
                });
    if (guarded.contains("{{")) {
      throw new IllegalArgumentException("only {{names}} may stand in double braces");
    }
    return guarded;
  }

  private static String restored(String text, List<String> names) {
    return SENTINEL
        .matcher(text)
        .replaceAll(s -> "{{" + names.get(Integer.parseInt(s.group(1))) + "}}");
  }

  /** A text of the firm inside a tag: its braces are no placeholders. */
  static String attribute(String text) {
    return escaped(text).replace("{", "&#123;").replace("}", "&#125;");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
