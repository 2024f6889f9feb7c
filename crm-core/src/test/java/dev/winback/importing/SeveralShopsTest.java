package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.shop.ShopFiles;
import dev.winback.testing.CoreTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two shops of one system both have an order 7 and a customer 3 (OPS-04). */
@CoreTest
class SeveralShopsTest {

  private static final String WOO =
      """
      order_id,order_date,status,order_total,order_currency,customer_id,billing_email
      7,2026-05-01 10:00:00,completed,%s,EUR,3,%s
      """;

  @Autowired Loading loading;
  @Autowired ImportHistory history;
  @Autowired ShopFiles shops;
  @Autowired JdbcClient jdbc;

  @Test
  void ordersOfASecondShopAreItsOwn() {
    loading.load(WOO.formatted("10.00", "anna@example.org"));
    var run = loading.ofShop("b.example.org", bytes(WOO.formatted("20.00", "bert@example.org")));
    assertThat(run.shop()).isEqualTo("b.example.org");
    assertThat(run.created()).isOne();
    assertThat(orders())
        .containsExactly(
            "woo 7 10.00 woo-3", "woo b.example.org 7 20.00 " + mail("bert@example.org"));
    var again =
        loading.ofShop("https://B.example.org/", bytes(WOO.formatted("20.00", "bert@example.org")));
    assertThat(again.same()).as("however its host is written").isOne();
    var dry = loading.load(WOO.formatted("11.00", "anna@example.org"));
    assertThat(dry.changed()).as("nothing said is the first").isOne();
  }

  /** Who bought in both is one, by his address. */
  @Test
  void whoBuysInBothIsOneCustomer() {
    loading.load(WOO.formatted("10.00", "anna@example.org"));
    loading.ofShop("b.example.org", bytes(WOO.formatted("20.00", "anna@example.org")));
    assertThat(orders()).containsExactly("woo 7 10.00 woo-3", "woo b.example.org 7 20.00 woo-3");
  }

  @Test
  void numbersOfShopifyAreThoseOfAllItsShopsAndNamesAreNot() {
    loading.ofShop("b.example.org", ShopSamples.bytes("shopify-orders"));
    assertThat(sources()).containsExactly("shopify");
    loading.ofShop(
        "b.example.org",
        bytes(
            """
            Name,Email,Financial Status,Created at,Lineitem quantity,Lineitem name,Total,Currency
            #7,a@example.com,paid,2025-01-02 03:04:05 +0000,1,Tea,9.00,EUR
            """));
    assertThat(sources()).containsExactly("shopify", "shopify b.example.org");
  }

  @Test
  void whatWasSaidIsRemembered() {
    var manager = loading.manager();
    assertThat(history.lastShop(manager)).isNull();
    loading.ofShop("b.example.org", bytes(WOO.formatted("20.00", "bert@example.org")));
    assertThat(history.lastShop(manager)).isEqualTo("b.example.org");
    assertThat(history.shops(manager)).containsExactly("b.example.org");
    loading.load("customer,time,amount\n1,2026-05-01,5\n");
    assertThat(history.lastShop(manager)).as("no shop's file").isEqualTo("b.example.org");
    loading.ofShop(" ", bytes(WOO.formatted("10.00", "anna@example.org")));
    assertThat(history.lastShop(manager)).isEmpty();
  }

  @Test
  void theShopThatIsConnectedFirstIsTheOneOfFiles() {
    jdbc.sql(
            """
            insert into shop (system, address, source, hook_secret)
            values ('woocommerce', 'https://a.example.org', 'woo', 's'),
                   ('woocommerce', 'https://b.example.org', 'woo b.example.org', 's')
            """)
        .update();
    assertThat(shops.ofFile("https://A.example.org/shop")).isNull();
    assertThat(shops.ofFile("b.example.org")).isEqualTo("b.example.org");
    assertThat(shops.ofFile(null)).isNull();
    assertThat(shops.others()).containsExactly("b.example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"my shop", "-", "b.example.org:port", "<b>"})
  void aWordThatIsNoHostIsRefused(String shop) {
    var file = bytes(WOO.formatted("20.00", "bert@example.org"));
    assertThatThrownBy(() -> loading.ofShop(shop, file))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("refused.import-shop");
  }

  private String mail(String address) {
    return dev.winback.customer.MadeNumber.ofMail(address);
  }

  private List<String> orders() {
    return jdbc.sql(
            """
            select p.source || ' ' || p.external_id || ' ' || p.amount || ' ' || c.ref
            from purchase p join customer c on c.id = p.customer_id order by 1
            """)
        .query(String.class)
        .list();
  }

  private List<String> sources() {
    return jdbc.sql("select distinct source from purchase order by 1").query(String.class).list();
  }

  private static byte[] bytes(String csv) {
    return csv.getBytes(StandardCharsets.UTF_8);
  }
}
