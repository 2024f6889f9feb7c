package dev.winback.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.winback.letter.LetterContent;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One template version, compiled: three texts with nothing left open but the variables. */
record Blueprint(Template subject, Template html, Template text) {

  private static final Mustache.Compiler TEXT =
      Mustache.compiler()
          .escapeHTML(false)
          .withCollector(new MapsOnly())
          .withLoader(name -> refuse());
  private static final Mustache.Compiler HTML = TEXT.escapeHTML(true);

  static Blueprint of(LetterContent content) {
    return new Blueprint(
        TEXT.compile(checked(content.template().subject())),
        HTML.compile(html(content)),
        TEXT.compile(text(content)));
  }

  /** Fragments refuses everything that is no plain variable. */
  private static String checked(String text) {
    Fragments.plain(text);
    return text;
  }

  private static java.io.Reader refuse() {
    throw new IllegalArgumentException("a letter includes nothing");
  }

  private static String html(LetterContent content) {
    var template = content.template();
    var page =
        Layout.filled(
            new Layout.Parts(!content.goods().isEmpty(), hasButton(content)),
            Map.ofEntries(
                Map.entry("subject", Fragments.plain(template.subject())),
                Map.entry("preheader", Fragments.plain(template.preheader())),
                Map.entry("head", head(content.firm())),
                Map.entry("social", social(content.firm())),
                Map.entry("greeting", Fragments.plain(content.greeting())),
                Map.entry("body", Fragments.html(template.body())),
                Map.entry("goods", "{{{goods_html}}}"),
                Map.entry("button_url", "{{button_url}}"),
                Map.entry("button_text", Fragments.plain(template.buttonText())),
                Map.entry("signature", Fragments.plain(template.signature())),
                Map.entry("contact", "{{contact}}"),
                Map.entry("unsubscribe_text", "{{unsubscribe_text}}")));
    return page.replace("[[unsubscribe_url]]", "{{unsubscribe_url}}");
  }

  /** The firm's picture, else its name; the picture's words are the name (LET-10). */
  private static String head(LetterContent.Firm firm) {
    return firm.logoUrl().startsWith("https://")
        ? "<img src=\"%s\" alt=\"{{firm_name}}\" height=\"40\" style=\"height:40px;width:auto;border:0\" />"
            .formatted(Fragments.attribute(firm.logoUrl()))
        : "{{firm_name}}";
  }

  private static String social(LetterContent.Firm firm) {
    return firm.social().stream()
        .filter(link -> link.url().startsWith("https://"))
        .map(
            link ->
                "<a href=\"%s\">%s</a>"
                    .formatted(Fragments.attribute(link.url()), Fragments.attribute(link.name())))
        .collect(Collectors.joining(" · "));
  }

  private static String text(LetterContent content) {
    var template = content.template();
    var button = hasButton(content) ? template.buttonText() + ": {{button_url}}" : "";
    return Stream.of(
            checked(content.greeting()),
            Fragments.text(template.body()),
            content.goods().isEmpty() ? "" : "{{goods_text}}",
            checked(button),
            checked(template.signature()),
            "--\n{{contact}}\n{{unsubscribe_text}}: {{unsubscribe_url}}")
        .filter(block -> !block.isBlank())
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static boolean hasButton(LetterContent content) {
    return !content.template().buttonText().isBlank() && !buttonUrl(content).isEmpty();
  }

  /** The template's target, else the firm's website; web addresses only. */
  static String buttonUrl(LetterContent content) {
    var own = content.template().buttonUrl().strip();
    var url = own.isEmpty() ? content.firm().website().strip() : own;
    return url.startsWith("https://") || url.startsWith("http://") ? url : "";
  }

  /** Knows maps and nothing else: the default reaches private fields and methods of beans. */
  private static final class MapsOnly implements Mustache.Collector {

    @Override
    public java.util.@org.jspecify.annotations.Nullable Iterator<?> toIterator(Object value) {
      return null;
    }

    @Override
    public Mustache.@org.jspecify.annotations.Nullable VariableFetcher createFetcher(
        Object context, String name) {
      return context instanceof Map<?, ?> map && map.containsKey(name)
          ? (values, key) -> Objects.requireNonNull(((Map<?, ?>) values).get(key))
          : null;
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new java.util.concurrent.ConcurrentHashMap<>();
    }
  }
}
