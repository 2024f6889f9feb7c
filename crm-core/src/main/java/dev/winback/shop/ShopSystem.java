package dev.winback.shop;

import java.util.Locale;

/** The systems whose webhooks are understood. */
public enum ShopSystem {
  SHOPIFY,
  WOOCOMMERCE;

  /** As it is called in addresses and tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be asked which customers changed; WooCommerce finds none by that. */
  public boolean tellsCustomers() {
    return this == SHOPIFY;
  }
}
