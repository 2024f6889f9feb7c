package dev.winback.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders as real shops write them, beside the book: nobody can correct them in the shop. */
@CoreTest
class OddOrdersTest {

  private static final String MORNING = "2026-05-03T08:00:00";
  private static final String NOON = "2026-05-03T12:00:00";

  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void connect() {
    var admin = stories.admin();
    shops.connect(
        new NewShop(ShopSystem.SHOPIFY, "firm.myshopify.com", "secret", null, null), admin);
    shops.connect(
        new NewShop(ShopSystem.WOOCOMMERCE, "https://firm.example", "secret", null, null), admin);
  }

  /** Plug-ins for shipments have states of their own; the day of payment stays. */
  @Test
  void aPaidOrderInAStateOfAPlugInGoesOnCounting() {
    woo(order(MORNING, "processing"));
    woo(
        order(NOON, "shipped")
            .replace("\"total\"", "\"date_paid_gmt\": \"" + MORNING + "\", \"total\""));
    assertThat(purchase()).containsEntry("status", "paid").containsEntry("counting", true);
  }

  @Test
  void anUnknownStateWithoutADayOfPaymentIsForAPersonToLookAt() {
    woo(order(MORNING, "quote-requested"));
    shopify(Orders.shopify(5, MORNING + "Z", "half_paid", "0.00"));
    assertThat(refusals()).isEqualTo("status [\"quote-requested\"], status [\"half_paid\"]");
    assertThat(jdbc.sql("select count(*) from purchase").query(Long.class).single()).isZero();
  }

  /** It goes on counting until somebody has looked: the shop says nothing of it but the number. */
  @Test
  void anOrderThatWasDeletedInTheShopIsForAPersonToLookAt() {
    shopify(Orders.shopify(5, MORNING + "Z", "paid", "0.00"));
    take(ShopSystem.SHOPIFY, "orders/delete", "{\"id\": 5}");
    take(ShopSystem.WOOCOMMERCE, "order.deleted", "{\"id\": 7}");
    assertThat(refusals()).isEqualTo("order-deleted [\"5\"], order-deleted [\"7\"]");
    assertThat(purchase()).containsEntry("counting", true);
  }

  @Test
  void whatTheShopsKnowAsWaitingIsPending() {
    woo(order(MORNING, "on-hold"));
    assertThat(purchase()).containsEntry("status", "pending");
    jdbc.sql("delete from purchase").update();
    shopify(Orders.shopify(5, MORNING + "Z", "authorized", "0.00"));
    assertThat(purchase()).containsEntry("status", "pending");
  }

  /** As from a file: half a metre of cloth is no unit. */
  @Test
  void anOrderOfPartsOfAUnitCountsWithoutAnyUnits() {
    woo(order(MORNING, "completed").replace("\"quantity\": 2", "\"quantity\": 1.5"));
    assertThat(purchase())
        .containsEntry("amount", new BigDecimal("59.90"))
        .containsEntry("items", "1.5 × Tea")
        .containsEntry("units", null);
  }

  @Test
  void anOddSignInGoodsOrNamesDoesNotKeepAnOrderBack() {
    woo(
        order(MORNING, "completed")
            .replace("\"Tea\"", "\"Green\\u000bTea \\ufffd\"")
            .replace("\"Ruiz\"", "\"Ru\\ufffdz\"")
            .replace("\"Sevilla\"", "\"Sevilla\\u000bEste\""));
    assertThat(purchase())
        .containsEntry("items", "2 × Green Tea ?")
        .containsEntry("first_name", "Ana")
        .containsEntry("last_name", null)
        .containsEntry("city", "Sevilla Este");
  }

  /** As from a file: the page shows the goods, and nobody reads on for pages. */
  @Test
  void aListOfGoodsBeyondAllMeasureIsCutOff() {
    woo(order(MORNING, "completed").replace("\"Tea\"", "\"" + "Tea ".repeat(20_000) + "\""));
    assertThat((String) purchase().get("items")).hasSize(2_000).endsWith("…");
  }

  private static String order(String modified, String status) {
    return Orders.woo(7, modified, status, "0.00");
  }

  private void woo(String order) {
    take(ShopSystem.WOOCOMMERCE, "order.updated", order);
  }

  private void shopify(String order) {
    take(ShopSystem.SHOPIFY, "orders/updated", order);
  }

  private void take(ShopSystem system, String topic, String order) {
    var body = Orders.bytes(order);
    var signed = HookSignature.of(body, "secret");
    assertThat(inbox.receive(new Hook(system, signed, topic, null, null, body))).isTrue();
    worker.work();
  }

  private Map<String, Object> purchase() {
    return jdbc.sql(
            """
            select p.*, c.first_name, c.last_name, c.city
            from purchase p join customer c on c.id = p.customer_id
            """)
        .query()
        .singleRow();
  }

  private String refusals() {
    return jdbc.sql(
            """
            select string_agg(reason || ' ' || figures, ', ' order by id) from shop_delivery
            where state = 'refused'
            """)
        .query(String.class)
        .single();
  }
}
