package dev.winback.importing;

import dev.winback.contact.Contact;
import dev.winback.purchase.Purchase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The columns that know a few words only, with these words. */
final class WordColumns {

  private static final Map<ImportType, Map<String, List<String>>> COLUMNS =
      Map.of(
          ImportType.CUSTOMERS,
          Map.of(
              "status", words(CustomerColumns.Status.class),
              "preferred_channel", words(CustomerColumns.PreferredChannel.class),
              "email_consent", FileWords.YES_NO,
              "flagship", FileWords.YES_NO,
              "pays_badly", FileWords.YES_NO),
          ImportType.PERSONS,
          Map.of("main", FileWords.YES_NO),
          ImportType.PURCHASES,
          Map.of("status", words(Purchase.Status.class)),
          ImportType.CONTACTS,
          Map.of(
              "channel", words(Contact.Channel.class),
              "direction", words(ContactColumns.Direction.class),
              "result", words(ContactColumns.Result.class),
              "agreed", FileWords.YES_NO,
              "asks_reply", FileWords.YES_NO),
          ImportType.COMPLAINTS,
          Map.of("human", FileWords.YES_NO, "satisfied", FileWords.YES_NO),
          ImportType.CARTS,
          Map.of("ordered", FileWords.YES_NO));

  private WordColumns() {}

  private static <E extends Enum<E>> List<String> words(Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .map(word -> word.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The words of a column; none where any text may stand in it. */
  static List<String> of(ImportType type, String column) {
    return COLUMNS.getOrDefault(type, Map.of()).getOrDefault(column, List.of());
  }
}
