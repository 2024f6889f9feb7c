package dev.winback.web.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.unbescape.html.HtmlEscape;

/** What a template made of marks: HTML with the names of values between its pieces. */
public record Shape(List<String> pieces, List<String> names) {

  /** Signs that no text of ours has; a value is put in behind them and never looked into. */
  private static final String MARK = "\uE000%s\uE001";

  private static final Pattern MARKED = Pattern.compile("\uE000(\\w+)\uE001");

  /** What is HTML already, made by a template. */
  public record Html(String text) {}

  static Map<String, String> marks(Collection<String> names) {
    return names.stream().collect(Collectors.toMap(Function.identity(), MARK::formatted));
  }

  static Shape of(String marked) {
    var pieces = new ArrayList<String>();
    var names = new ArrayList<String>();
    var marks = MARKED.matcher(marked);
    int from = 0;
    while (marks.find()) {
      pieces.add(marked.substring(from, marks.start()));
      names.add(marks.group(1));
      from = marks.end();
    }
    pieces.add(marked.substring(from));
    return new Shape(pieces, names);
  }

  /** Words are escaped as templates do it, in a text and in an attribute alike. */
  void write(StringBuilder page, Map<String, ?> row) {
    for (int i = 0; i < names.size(); i++) {
      page.append(pieces.get(i));
      var value = Objects.requireNonNull(row.get(names.get(i)), names.get(i));
      page.append(
          value instanceof Html html ? html.text() : HtmlEscape.escapeHtml4Xml(value.toString()));
    }
    page.append(pieces.get(names.size()));
  }
}
