package dev.winback.customer;

import dev.winback.shared.Sha256;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Customer numbers that are made where a shop does not know the firm's own: {@code shopify-721},
 * {@code mail-…}, {@code phone-…}, {@code name-…}; the hashes are the first 16 hex digits of
 * SHA-256.
 */
public final class MadeNumber {

  private static final Set<String> SHOPS = Set.of("shopify", "woo", "magento");
  private static final Pattern MADE =
      Pattern.compile("(?:shopify|woo|magento)-.|(?:mail|phone|name)-[0-9a-f]{16}$");
  private static final int HEX = 16;

  private MadeNumber() {}

  /** The shop's own number of the customer. */
  public static String ofShop(String shop, String number) {
    if (!SHOPS.contains(shop)) {
      throw new IllegalArgumentException(shop);
    }
    return shop + "-" + number.strip();
  }

  public static String ofMail(String address) {
    return "mail-" + hash(MailAddress.stored(address).toLowerCase(Locale.ROOT));
  }

  public static String ofPhone(String e164) {
    return "phone-" + hash(e164);
  }

  /** The last resort: namesakes in one place are one customer. */
  public static String ofName(String name, @Nullable String zip) {
    var words = name.strip().replaceAll("\\s+", " ") + "\n" + (zip == null ? "" : zip.strip());
    return "name-"
        + hash(Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
  }

  /** As {@code made_rank} of the database tells. */
  public static boolean isMade(String number) {
    return MADE.matcher(number).lookingAt();
  }

  static boolean ofAShop(String source) {
    return SHOPS.contains(source);
  }

  private static String hash(String text) {
    return Sha256.hex(text).substring(0, HEX);
  }
}
