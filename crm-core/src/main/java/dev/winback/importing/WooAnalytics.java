package dev.winback.importing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WooCommerce, Analytics, Orders, in every version and the languages whose words we know: it names
 * no e-mail, so that nobody could be written to; refused with the ways that work.
 */
final class WooAnalytics {

  private static final Set<String> NUMBERS =
      Set.of(
          "order #",
          "bestellung #",
          "bestellnummer",
          "commande n°",
          "nº de pedido",
          "pedido #",
          "ordine #",
          "n. ordine",
          "bestelling #");

  private static final Set<String> KINDS =
      Set.of(
          "customer type",
          "kundentyp",
          "type de client",
          "tipo de cliente",
          "tipo di cliente",
          "tipo cliente",
          "klanttype",
          "type klant");

  private WooAnalytics() {}

  static @Nullable Format refused(Header header) {
    var names = header.columns().keySet();
    boolean english = header.hasAll(List.of("order #", "customer type", "items sold"));
    if (english
        || names.stream().anyMatch(NUMBERS::contains) && names.stream().anyMatch(KINDS::contains)) {
      throw new FileRefused("woo-analytics");
    }
    return null;
  }
}
