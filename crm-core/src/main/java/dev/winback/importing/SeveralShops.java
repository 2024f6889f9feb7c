package dev.winback.importing;

import dev.winback.shared.Refused;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of several shops of one system a file is of: each counts its orders from 1. */
final class SeveralShops {

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?(:\\d{1,5})?");

  private SeveralShops() {}

  /**
   * The host of an address as it stands in the source; null for the first shop, or the only one.
   */
  static @Nullable String host(@Nullable String said) {
    if (said == null || said.isBlank()) {
      return null;
    }
    var text = said.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
    var host = text.replaceFirst("/.*", "");
    if (!HOST.matcher(host).matches()) {
      throw Refused.field("shop", "refused.import-shop", Values.shown(said));
    }
    return host;
  }

  /** As webhooks of a second shop are told apart. */
  static String source(String system, @Nullable String host) {
    return host == null ? system : system + " " + host;
  }
}
