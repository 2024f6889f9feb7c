package dev.winback.signal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

/**
 * The figures of a signal as the database prints its {@code jsonb}: shorter names first, one space
 * after colons and commas. So equal figures are equal bytes, and a night that finds them unchanged
 * need not ask the database. Numbers and texts only, as figures are.
 */
final class Figures {

  private static final Comparator<String> ORDER =
      Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

  private Figures() {}

  static String text(Map<String, Object> figures) {
    var text = new StringBuilder("{");
    figures.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .forEach(figure -> figure(figure.getKey(), figure.getValue(), text));
    return text.append('}').toString();
  }

  private static void figure(String name, Object value, StringBuilder text) {
    text.append(text.length() == 1 ? "" : ", ");
    quoted(name, text);
    value(value, text.append(": "));
  }

  private static void value(Object value, StringBuilder text) {
    if (value instanceof BigDecimal number) {
      text.append(number.toPlainString());
    } else if (value instanceof Integer || value instanceof Long) {
      text.append(value);
    } else if (value instanceof String words) {
      quoted(words, text);
    } else {
      throw new IllegalArgumentException("a figure is a number or a text: " + value.getClass());
    }
  }

  private static void quoted(String words, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < words.length(); i++) {
      escaped(words.charAt(i), text);
    }
    text.append('"');
  }

  private static void escaped(char sign, StringBuilder text) {
    switch (sign) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> plain(sign, text);
    }
  }

  private static void plain(char sign, StringBuilder text) {
    if (sign < ' ') {
      text.append("\\u%04x".formatted((int) sign));
    } else {
      text.append(sign);
    }
  }
}
