package dev.winback.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a shop told between two connections is asked for (formats.md: the poll is a must). */
@CoreTest
class ConnectedAgainTest {

  private static final String MONDAY = "2026-05-04 08:00:00+00";
  private static final String FIRM = "https://firm.example";
  private static final String MOVED = "https://moved.example";

  @Autowired Shops shops;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor admin;

  @BeforeEach
  void admin() {
    admin = stories.admin();
  }

  @Test
  void aShopThatIsConnectedAgainIsAskedFromWhereItWasLeft() {
    var first = connect(ShopSystem.WOOCOMMERCE, FIRM, "key", "secret");
    leave(first);
    connect(ShopSystem.WOOCOMMERCE, FIRM, "key", "secret");
    assertThat(askedFromMonday()).containsExactly(FIRM);
  }

  @Test
  void aShopThatHasMovedIsAskedFromWhereItWasLeft() {
    var first = connect(ShopSystem.WOOCOMMERCE, FIRM, "key", "secret");
    leave(first);
    connect(ShopSystem.WOOCOMMERCE, MOVED, "key", "secret");
    assertThat(askedFromMonday()).containsExactly(MOVED);
  }

  /** All shops of Shopify have one source: what one told says nothing of another. */
  @Test
  void anotherShopBesideItBeginsWithItsOwnConnection() {
    var first = connect(ShopSystem.SHOPIFY, "firm.myshopify.com", null, "token");
    leave(first);
    connect(ShopSystem.SHOPIFY, "other.myshopify.com", null, "token");
    connect(ShopSystem.WOOCOMMERCE, FIRM, "key", "secret");
    assertThat(askedFromMonday()).isEmpty();
  }

  @Test
  void aNewSecretOfTheWebhooksLeavesTheKey() {
    connect(ShopSystem.WOOCOMMERCE, FIRM, "key", "secret");
    shops.connect(new NewShop(ShopSystem.WOOCOMMERCE, FIRM, "new", " ", null), admin);
    assertThat(keys()).isEqualTo("new key secret");
    shops.connect(new NewShop(ShopSystem.WOOCOMMERCE, FIRM, "new", "k2", "s2"), admin);
    assertThat(keys()).isEqualTo("new k2 s2");
  }

  @Test
  void wooCommerceIsNotAskedWithHalfAKey() {
    assertThatThrownBy(() -> connect(ShopSystem.WOOCOMMERCE, FIRM, null, "secret"))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("apiLogin"));
    connect(ShopSystem.SHOPIFY, "firm.myshopify.com", null, "token");
    assertThat(shops.all(admin)).singleElement().matches(ShopRow::asked);
  }

  private long connect(
      ShopSystem system, String address, @Nullable String login, @Nullable String secret) {
    return shops.connect(new NewShop(system, address, "hook", login, secret), admin);
  }

  private void leave(long shop) {
    jdbc.sql("update shop set caught_up_to = :monday::timestamptz where id = :id")
        .param("monday", MONDAY)
        .param("id", shop)
        .update();
    shops.disconnect(shop, admin);
  }

  private List<String> askedFromMonday() {
    return jdbc.sql(
            """
            select address from shop
            where disconnected_at is null and caught_up_to = :monday::timestamptz order by address
            """)
        .param("monday", MONDAY)
        .query(String.class)
        .list();
  }

  private String keys() {
    return jdbc.sql("select concat_ws(' ', hook_secret, api_login, api_secret) from shop")
        .query(String.class)
        .single();
  }
}
