package dev.winback.letter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The first goods of an order as a letter names them when all would be too long: whole articles
 * without their quantities, and in figures, which every language reads, how many more there were.
 */
final class ShortGoods {

  /** As {@code goods_of} parts them: names of goods have commas too ("Tea set, 6 cups"). */
  private static final Pattern PART =
      Pattern.compile("\\s*;\\s*|,\\s+(?=\\d+(?:[.,]\\d+)?\\s*[×x]\\s|\\p{Lu})");

  private static final Pattern QUANTITY = Pattern.compile("^\\d+(?:[.,]\\d+)?\\s*[×x]\\s+");
  private static final String CUT = "…";

  private ShortGoods() {}

  static String of(String goods, int longest) {
    var names = names(goods);
    for (int n = names.size(); n > 0; n--) {
      var said = String.join(", ", names.subList(0, n)) + rest(goods, names.size() - n);
      if (said.length() <= longest) {
        return said;
      }
    }
    return goods.substring(0, goods.offsetByCodePoints(0, longest / 2)).strip() + CUT;
  }

  private static List<String> names(String goods) {
    var names = new LinkedHashSet<String>();
    for (var part : PART.split(goods)) {
      names.add(QUANTITY.matcher(part).replaceFirst(""));
    }
    return List.copyOf(names);
  }

  /** Of a list that was cut when it was loaded nobody knows how many more. */
  private static String rest(String goods, int more) {
    return more == 0 ? "" : goods.endsWith(CUT) ? " " + CUT : " (+" + more + ")";
  }
}
