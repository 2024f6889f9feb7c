package dev.winback.importing;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds out by the header what a file is. */
final class Formats {

  /** From the most particular header to the least. */
  private static final List<Function<Header, @Nullable Format>> KNOWN =
      List.of(
          ShopifyOrders::of,
          ShopCustomers::shopify,
          WebToffeeOrders::of,
          MagentoOrders::of,
          ShopCustomers::woo,
          WooAnalytics::refused,
          OwnFormat::of);

  private Formats() {}

  static Format of(Header header, @Nullable ImportType wanted) {
    var known =
        KNOWN.stream()
            .map(format -> format.apply(header))
            .filter(Objects::nonNull)
            .filter(format -> wanted == null || format.type() == wanted)
            .findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    if (wanted == null) {
      throw OwnFormat.refused(header);
    }
    return OwnFormat.of(header, wanted);
  }
}
