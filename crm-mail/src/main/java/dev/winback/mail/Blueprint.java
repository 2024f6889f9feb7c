package dev.winback.mail;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import dev.winback.letter.LetterContent;
import dev.winback.letter.LetterFrame;
import dev.winback.letter.LetterFrame.Pieces;
import dev.winback.letter.RenderedLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One template version, compiled: three texts with nothing left open but the variables, each of
 * which is a word as it stands there, escaped in HTML.
 */
record Blueprint(Pieces subject, LetterFrame frame, List<Word> words) {

  private static final Mustache.Compiler TEXT =
      Mustache.compiler().escapeHTML(false).withLoader(name -> refuse());

  /** HTML of ours, made safe before. */
  private static final String SAFE = "goods_html";

  static Blueprint of(LetterContent content) {
    var words = new ArrayList<Word>();
    var subject = pieces(checked(content.template().subject()), false, words);
    var html = pieces(html(content), true, words);
    var text = pieces(text(content), false, words);
    return new Blueprint(subject, LetterFrame.of(html, text), List.copyOf(words));
  }

  /** A variable and whether its value is escaped. */
  record Word(String name, boolean escaped) {

    String of(Map<String, String> values) {
      var value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("nobody knows {{" + name + "}}");
      }
      var word = value.replace(RenderedLetter.BETWEEN, ' ');
      return escaped ? Escapers.HTML.escape(word) : word;
    }
  }

  List<String> words(Map<String, String> values) {
    return words.stream().map(word -> word.of(values)).toList();
  }

  private static Pieces pieces(String template, boolean escaped, List<Word> words) {
    var cut = new Cut(escaped, words);
    TEXT.compile(template).visit(cut);
    return cut.pieces();
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
                Map.entry("body", Fragments.html(template.body(), content.files())),
                Map.entry("goods", "{{{goods_html}}}"),
                Map.entry("button_url", "{{button_url}}"),
                Map.entry("button_text", Fragments.plain(template.buttonText())),
                Map.entry("signature", Fragments.plain(template.signature())),
                Map.entry("contact", "{{contact}}"),
                Map.entry("unsubscribe_text", "{{unsubscribe_text}}")));
    return page.replace("[[unsubscribe_url]]", "{{unsubscribe_url}}")
        // a reader's voice and a mail program's translator go by it
        .replace("<html lang=\"en\"", "<html lang=\"" + content.locale().getLanguage() + "\"");
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
            Fragments.text(template.body(), content.files()),
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

  /** Cuts a template at its variables; whatever else it may hold is refused. */
  private static final class Cut implements Mustache.Visitor {

    private final boolean escaped;
    private final List<Word> words;
    private final List<String> pieces = new ArrayList<>(List.of(""));
    private final List<Integer> places = new ArrayList<>();

    private Cut(boolean escaped, List<Word> words) {
      this.escaped = escaped;
      this.words = words;
    }

    private Pieces pieces() {
      return new Pieces(pieces, places);
    }

    @Override
    public void visitText(String text) {
      int last = pieces.size() - 1;
      pieces.set(last, pieces.get(last) + text);
    }

    @Override
    public void visitVariable(String name) {
      var word = new Word(name, escaped && !name.equals(SAFE));
      if (!words.contains(word)) {
        words.add(word);
      }
      places.add(words.indexOf(word) + 1);
      pieces.add("");
    }

    @Override
    public boolean visitInclude(String name) {
      throw new IllegalArgumentException("a letter includes nothing");
    }

    @Override
    public boolean visitSection(String name) {
      throw new IllegalArgumentException("only {{names}} may stand in double braces");
    }

    @Override
    public boolean visitInvertedSection(String name) {
      return visitSection(name);
    }
  }
}
