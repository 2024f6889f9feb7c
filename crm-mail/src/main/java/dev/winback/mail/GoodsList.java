package dev.winback.mail;

import dev.winback.letter.CartGood;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The goods of a cart with their pictures, as HTML of ours and as plain lines (LET-14). */
final class GoodsList {

  private static final String ROW =
      "<tr>%s<td style=\"padding:8px 0\"><strong>%s</strong>%s</td></tr>";
  private static final String CELL = "<td width=\"72\" style=\"padding:8px 16px 8px 0\">%s</td>";
  private static final String PICTURE =
      "<img src=\"%s\" alt=\"\" width=\"72\" style=\"display:block;border:0;max-width:72px\">";

  private GoodsList() {}

  static String html(List<CartGood> goods) {
    boolean pictures = goods.stream().anyMatch(good -> !picture(good.image()).isEmpty());
    return goods.stream()
        .map(
            good ->
                ROW.formatted(
                    pictures ? CELL.formatted(picture(good.image())) : "",
                    escaped(good.name()),
                    escapedNote(good)))
        .collect(
            Collectors.joining("", "<table role=\"presentation\" cellpadding=\"0\">", "</table>"));
  }

  static String text(List<CartGood> goods) {
    return goods.stream()
        .map(good -> "- " + line(good.name()) + (note(good).isEmpty() ? "" : ", " + note(good)))
        .collect(Collectors.joining("\n"));
  }

  /** Only an address that shows a picture and does nothing else. */
  private static String picture(@Nullable String address) {
    boolean safe = address != null && address.matches("https://[^\\s\"'<>]{1,500}");
    return safe ? PICTURE.formatted(escaped(String.valueOf(address))) : "";
  }

  private static String escapedNote(CartGood good) {
    var note = note(good);
    return note.isEmpty() ? "" : "<br>" + escaped(note);
  }

  private static String note(CartGood good) {
    var price = good.price();
    var count = good.quantity();
    if (count == null || count.compareTo(BigDecimal.ONE) == 0) {
      return price == null ? "" : line(price);
    }
    var times = count.stripTrailingZeros().toPlainString() + " ×";
    return price == null ? times : times + " " + line(price);
  }

  private static String escaped(String text) {
    return Fragments.escaped(line(text));
  }

  private static String line(String text) {
    return LetterRenderer.printable(text);
  }
}
