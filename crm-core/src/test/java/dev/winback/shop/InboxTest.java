package dev.winback.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Customers;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * OPS-04: signed webhooks (formats.md; hold.md I8, I9, T4, W1): stored once, answered, worked off.
 */
@CoreTest
class InboxTest {

  private static final String SECRET = "shared secret";
  private static final String MAY_2 = "2026-05-02T10:00:00+02:00";

  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Stories stories;
  @Autowired Customers customers;
  @Autowired JdbcClient jdbc;

  private Actor admin;

  @BeforeEach
  void connect() {
    admin = stories.admin();
    shops.connect(new NewShop(ShopSystem.SHOPIFY, "firm.myshopify.com", SECRET, null, null), admin);
    shops.connect(
        new NewShop(ShopSystem.WOOCOMMERCE, "https://firm.example", SECRET, null, null), admin);
  }

  @Test
  void anOrderBecomesAPurchaseAndItsBuyerACustomer() {
    assertThat(shopify("d1", "orders/create", Orders.shopify(5, MAY_2, "paid", "0.00"))).isTrue();
    assertThat(worker.work()).isEqualTo(1);

    assertThat(purchase())
        .containsEntry("source", "shopify")
        .containsEntry("external_id", "5")
        .containsEntry("status", "paid")
        .containsEntry("items", "2 × Tea, Cup")
        .containsEntry("units", 3)
        .containsEntry("coupon", "SPRING")
        .containsEntry("amount", new BigDecimal("59.90"))
        .containsEntry("ref", "shopify-721")
        .containsEntry("email", "ana@example.com")
        .containsEntry("last_name", "Ruiz")
        .containsEntry("email_consent", true)
        .containsEntry("city", "Sevilla");
  }

  @Test
  void aWooOrderIsReadWithItsTimesInGmtAndItsRefundsAsNegativeSums() {
    woo("order.updated", Orders.woo(7, "2026-05-03T08:00:00", "completed", "9.90"));
    worker.work();

    assertThat(purchase())
        .containsEntry("source", "woo")
        .containsEntry("refunded", new BigDecimal("9.90"))
        .containsEntry("counting", true)
        .containsEntry("ref", "woo-58")
        .containsEntry("at", "2026-05-01 08:00:00");
  }

  /** Each WooCommerce shop counts its orders and customers from 1. */
  @Test
  void ordersOfTwoWooShopsWithOneNumberAreTwoOrdersOfTwoCustomers() {
    var other = new NewShop(ShopSystem.WOOCOMMERCE, "https://other.example", "other", null, null);
    shops.connect(other, admin);
    var order = Orders.woo(7, "2026-05-03T08:00:00", "completed", "0.00");
    woo("order.updated", order);
    var theirs = order.replace("ana@example.com", "ben@example.com").replace("Ana", "Ben");
    var body = Orders.bytes(theirs);
    var hook =
        new Hook(
            ShopSystem.WOOCOMMERCE,
            HookSignature.of(body, "other"),
            "order.updated",
            "other-1",
            "https://other.example/",
            body);
    assertThat(inbox.receive(hook)).isTrue();
    worker.work();
    assertThat(
            jdbc.sql(
                    """
                    select p.source || ' ' || p.external_id || ' ' || c.email
                    from purchase p join customer c on c.id = p.customer_id order by p.source
                    """)
                .query(String.class)
                .list())
        .containsExactly("woo 7 ana@example.com", "woo other.example 7 ben@example.com");
    shops.connect(other, admin);
    assertThat(jdbc.sql("select source from shop order by id").query(String.class).list())
        .containsExactly("shopify", "woo", "woo other.example");
  }

  /** Decision 67: as from a file, ours before the shop's own; WooCommerce writes it small. */
  @Test
  void ofSeveralCouponsOfAnOrderOursIsKept() {
    shopify(
        "d1",
        "orders/create",
        Orders.shopify(5, MAY_2, "paid", "0.00")
            .replace(
                "[{\"code\": \"SPRING\"", "[{\"code\": \"SPRING\"}, {\"code\": \"K7QX2M9TRA\""));
    worker.work();
    assertThat(purchase()).containsEntry("coupon", "K7QX2M9TRA");
    jdbc.sql("delete from purchase").update();
    woo(
        "order.updated",
        Orders.woo(7, "2026-05-03T08:00:00", "completed", "0.00")
            .replace(
                "[{\"code\": \"spring\"}",
                "[{\"code\": \"newsletter\"}, {\"code\": \"k7qx2m9tra\"}"));
    worker.work();
    assertThat(purchase()).containsEntry("coupon", "k7qx2m9tra");
  }

  @Test
  void theSameDeliveryAgainChangesNothing() {
    var order = Orders.shopify(5, MAY_2, "paid", "0.00");
    shopify("d1", "orders/create", order);
    worker.work();
    var before = dump();

    assertThat(shopify("d1", "orders/create", order)).isTrue();
    assertThat(worker.work()).isZero();
    shopify("d2", "orders/create", order);
    worker.work();
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void theSameNumberWithAnotherBodyIsNotDropped() {
    shopify("d1", "orders/create", Orders.shopify(5, MAY_2, "paid", "0.00"));
    shopify("d1", "orders/create", Orders.shopify(6, MAY_2, "paid", "0.00"));
    shopify("d1", "orders/create", Orders.shopify(6, MAY_2, "paid", "0.00"));
    worker.work();
    assertThat(count("purchase")).isEqualTo(2);
    assertThat(count("shop_delivery")).isEqualTo(2);
  }

  @Test
  void aWrongSignatureStoresNothing() {
    var body = Orders.bytes(Orders.shopify(5, MAY_2, "paid", "0.00"));
    assertThat(inbox.receive(shopifyHook("d1", "orders/create", "wrong", body))).isFalse();
    assertThat(inbox.receive(shopifyHook("d1", "orders/create", null, body))).isFalse();
    var signed = HookSignature.of(body, SECRET);
    body[10]++;
    assertThat(inbox.receive(shopifyHook("d1", "orders/create", signed, body))).isFalse();
    assertThat(count("shop_delivery")).isZero();
  }

  @Test
  void aShopThatIsDisconnectedOrNotTheOneNamedIsRefused() {
    var body = Orders.bytes(Orders.shopify(5, MAY_2, "paid", "0.00"));
    var signed = HookSignature.of(body, SECRET);
    assertThat(
            inbox.receive(
                new Hook(
                    ShopSystem.SHOPIFY, signed, "orders/create", "d", "other.myshopify.com", body)))
        .isFalse();
    var id = shops.all(admin).get(0).id();
    shops.disconnect(id, admin);
    assertThat(inbox.receive(shopifyHook("d", "orders/create", signed, body))).isFalse();
    shops.reconnect(id, admin);
    assertThat(inbox.receive(shopifyHook("d", "orders/create", signed, body))).isTrue();
  }

  @Test
  void anOlderVersionThatArrivesLaterChangesNothing() {
    shopify(
        "d2",
        "orders/updated",
        Orders.shopify(5, "2026-05-20T10:00:00Z", "partially_refunded", "9.90"));
    worker.work();
    shopify("d1", "orders/create", Orders.shopify(5, MAY_2, "paid", "0.00"));
    worker.work();
    assertThat(purchase()).containsEntry("refunded", new BigDecimal("9.90"));
  }

  @Test
  void oneBadDeliveryDoesNotStopTheOthersAndSaysWhatIsWrong() {
    shopify("d1", "orders/create", Orders.shopify(5, MAY_2, "paid", "0.00"));
    shopify("d2", "orders/create", "{ half a body");
    shopify(
        "d3",
        "orders/create",
        Orders.shopify(6, MAY_2, "paid", "0.00").replace("2026-05-01T", "2027-05-01T"));
    shopify("d4", "refunds/create", "{\"order_id\": 5}");
    shopify("d5", "orders/create", Orders.shopify(7, MAY_2, "paid", "1e999999999"));
    shopify("d6", "orders/create", Orders.shopify(8, MAY_2, "paid", "0.00"));
    worker.work();

    assertThat(count("purchase")).isEqualTo(2);
    assertThat(states())
        .containsExactly(
            "d1 done null",
            "d2 refused json",
            "d3 refused importing.error.future",
            "d4 ignored told-by-order",
            "d5 refused number",
            "d6 done null");
    var refused = shops.deliveries(DeliveryState.REFUSED, null, 10, admin).items();
    assertThat(refused).hasSize(3);
    assertThat(refused.get(1).reason()).isNotNull();
  }

  /** T60: a body names him and is of no use to anybody. */
  @Test
  void whatAShopStillTellsOfWhoWasErasedIsNotKept() {
    shopify("d1", "orders/create", Orders.shopify(5, MAY_2, "paid", "0.00"));
    worker.work();
    customers.erase("shopify-721", admin);
    shopify("d2", "orders/create", Orders.shopify(6, MAY_2, "paid", "0.00"));
    worker.work();
    assertThat(states()).last().isEqualTo("d2 ignored erased");
    assertThat(
            jdbc.sql("select delivery from shop_delivery where body is not null")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void aRefusedDeliveryIsTriedAgainWhenAPersonSaysSo() {
    shopify("d1", "orders/create", Orders.shopify(5, MAY_2, "paid", "0.00"));
    jdbc.sql("update shop_delivery set state = 'refused', reason = 'stuck'").update();
    var id = shops.deliveries(DeliveryState.REFUSED, null, 10, admin).items().get(0).id();
    shops.tryAgain(id, admin);
    worker.work();
    assertThat(count("purchase")).isEqualTo(1);
  }

  @Test
  void anyOrderOfArrivalTwiceOverEndsInTheSameTables() {
    var hooks = new ArrayList<List<String>>();
    for (int order = 1; order <= 8; order++) {
      hooks.add(List.of("c" + order, Orders.shopify(order, MAY_2, "pending", "0.00")));
      hooks.add(
          List.of("p" + order, Orders.shopify(order, "2026-05-03T10:00:00Z", "paid", "0.00")));
      hooks.add(
          List.of("r" + order, Orders.shopify(order, "2026-05-04T10:00:00Z", "refunded", "59.90")));
    }
    String first = null;
    for (int seed = 0; seed < 5; seed++) {
      jdbc.sql("truncate purchase, fact_history, shop_delivery, customer_value, signal").update();
      var shuffled = new ArrayList<>(hooks);
      shuffled.addAll(hooks);
      Collections.shuffle(shuffled, new Random(seed));
      for (int i = 0; i < shuffled.size(); i++) {
        shopify(shuffled.get(i).get(0), "orders/updated", shuffled.get(i).get(1));
        if (i % 7 == seed) {
          worker.work();
        }
      }
      worker.work();
      first = first == null ? dump() : first;
      assertThat(dump()).as("seed " + seed).isEqualTo(first);
    }
  }

  @Test
  void aCheckoutThatIsNeverFinishedIsACartOfSomebodyKnown() {
    var checkout =
        """
        {"id": 3, "token": "t3", "email": "new@example.com", "created_at": "2026-05-01T10:00:00Z",
         "updated_at": "2026-05-01T10:01:00Z", "completed_at": null, "currency": "EUR", "total_price": "12.00",
         "abandoned_checkout_url": "https://firm.example/c/t3", "line_items": [{"title": "Tea", "quantity": 2}]}
        """;
    shopify("d1", "checkouts/update", checkout);
    worker.work();
    assertThat(
            jdbc.sql(
                    """
                    select k.items || ' ' || k.amount || ' ' || coalesce(k.ordered::text, '?') || ' ' || c.email
                    from cart k join customer c on c.id = k.customer_id
                    """)
                .query(String.class)
                .single())
        .isEqualTo("2 × Tea 12.00 false new@example.com");
  }

  private boolean shopify(String delivery, String topic, String order) {
    var body = Orders.bytes(order);
    return inbox.receive(shopifyHook(delivery, topic, HookSignature.of(body, SECRET), body));
  }

  private static Hook shopifyHook(
      String delivery, String topic, @Nullable String signature, byte[] body) {
    return new Hook(ShopSystem.SHOPIFY, signature, topic, delivery, "firm.myshopify.com", body);
  }

  private void woo(String topic, String order) {
    var body = Orders.bytes(order);
    var signed = HookSignature.of(body, SECRET);
    assertThat(
            inbox.receive(
                new Hook(
                    ShopSystem.WOOCOMMERCE, signed, topic, "1-2", "https://firm.example/", body)))
        .isTrue();
  }

  private Map<String, Object> purchase() {
    return jdbc.sql(
            """
            select p.*, c.ref, c.email, c.last_name, c.email_consent, c.city,
                   to_char(p.purchased_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as at
            from purchase p join customer c on c.id = p.customer_id
            """)
        .query()
        .singleRow();
  }

  private List<String> states() {
    return jdbc.sql(
            "select delivery || ' ' || state || ' ' || coalesce(reason, 'null') from shop_delivery order by delivery")
        .query(String.class)
        .list();
  }

  private String dump() {
    return jdbc.sql(
            """
            select string_agg(concat_ws('|', c.ref, p.source, p.external_id, p.purchased_at, p.amount, p.status, p.refunded,
                                        p.told_at, p.items), E'\\n' order by p.source, p.external_id)
            from purchase p join customer c on c.id = p.customer_id
            """)
        .query(String.class)
        .single();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
