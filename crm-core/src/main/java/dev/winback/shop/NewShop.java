package dev.winback.shop;

import dev.winback.shared.Refused;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shop as the administrator enters it; login and secret of its API are needed only to ask it for
 * what was missed.
 */
public record NewShop(
    @Nullable ShopSystem system,
    @Nullable String address,
    @Nullable String hookSecret,
    @Nullable String apiLogin,
    @Nullable String apiSecret) {

  public static final NewShop EMPTY = new NewShop(null, null, null, null, null);

  ShopSystem requireSystem() {
    if (system == null) {
      throw Refused.field("system", "refused.shop.system");
    }
    return system;
  }

  /** Scheme, host and port; a bare host is taken for https. */
  String requireAddress() {
    var text = address == null ? "" : address.strip();
    try {
      var uri = new URI(text.contains("://") ? text : "https://" + text);
      var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && uri.getUserInfo() == null && scheme.matches("https?")) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
      }
    } catch (URISyntaxException e) {
      // falls through: the refusal says what is wanted
    }
    throw Refused.field("address", "refused.shop.address", text);
  }

  String requireHookSecret() {
    if (hookSecret == null || hookSecret.isBlank()) {
      throw Refused.field("hookSecret", "refused.shop.secret");
    }
    return hookSecret.strip();
  }

  /** Shopify knows a token only, WooCommerce a key with its secret. */
  @Nullable String login() {
    return given(apiLogin);
  }

  @Nullable String secret() {
    var secret = given(apiSecret);
    if (secret == null && login() != null) {
      throw Refused.field("apiSecret", "refused.shop.api-secret");
    }
    if (secret != null && login() == null && system == ShopSystem.WOOCOMMERCE) {
      throw Refused.field("apiLogin", "refused.shop.api-secret");
    }
    return secret;
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
