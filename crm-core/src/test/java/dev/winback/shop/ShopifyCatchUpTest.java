package dev.winback.shop;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Shopify gives a webhook up after four hours: orders and customers are asked for, page by page.
 */
@CoreTest
class ShopifyCatchUpTest {

  private static final String MAY_1 = "2026-05-01T10:00:00Z";
  private static final String MAY_2 = "2026-05-02T10:00:00Z";
  private static final String MAY_3 = "2026-05-03T10:00:00Z";

  @Autowired CatchUp catchUp;
  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void whoUnsubscribedWhileNobodyListenedIsStopped() {
    try (var shop = shop(List.of(order(1, MAY_1)), List.of(customer("unsubscribed", MAY_2)))) {
      connect(shop);
      catchUp.ask();
      worker.work();
      assertThat(one("select email_consent from customer")).isEqualTo("f");
      assertThat(one("select reason from suppression where lifted_at is null"))
          .isEqualTo("no_consent");
      assertThat(shop.questions).hasSize(2);
      assertThat(shop.questions.get(1))
          .startsWith("/admin/api/2026-07/customers.json?")
          .contains("updated_at_min=2026-04-30T11%3A50%3A00Z");
    }
  }

  @Test
  void eachKindGoesOnFromWhereItWasLeft() {
    try (var shop = shop(List.of(order(1, MAY_1)), List.of(customer("subscribed", MAY_3)))) {
      connect(shop);
      catchUp.ask();
      assertThat(one("select caught_up_to from shop")).startsWith("2026-05-01");
      assertThat(one("select customers_up_to from shop")).startsWith("2026-05-03");
      again();
      assertThat(shop.questions.get(2)).contains("orders.json", "2026-05-01T09%3A50");
      assertThat(shop.questions.get(3)).contains("customers.json", "2026-05-03T09%3A50");
    }
  }

  @Test
  void aKeyThatOpensOrdersAloneStillBringsThemAndTheRowSaysWhatIsMissing() {
    try (var shop =
        FakeShop.linked(
            question ->
                question.contains("customers")
                    ? new FakeShop.Answer(403, "{}", null)
                    : page("orders", List.of(order(1, MAY_1))))) {
      connect(shop);
      catchUp.ask();
      worker.work();
      assertThat(one("select count(*) from purchase")).isEqualTo("1");
      var row = shops.all(stories.admin()).get(0);
      assertThat(row.askFailure()).isNull();
      assertThat(row.customersFailure()).isEqualTo("HTTP 403");
      assertThat(one("select failures from shop")).as("orders are asked as ever").isEqualTo("0");
    }
  }

  /** A migration of a shop stamps all its orders in one second. */
  @Test
  void moreOrdersOfOneSecondThanAPageHoldsAreAllFetched() {
    try (var shop = FakeShop.linked(ShopifyCatchUpTest::oneSecond)) {
      connect(shop);
      catchUp.ask();
      assertThat(one("select count(*) from shop_delivery")).isEqualTo("600");
      assertThat(shop.questions).filteredOn(q -> q.contains("orders.json")).hasSize(3);
      assertThat(shops.all(stories.admin()).get(0).askFailure()).isNull();
    }
  }

  /** Its link leads to another host, where the key is not sent. */
  private static FakeShop.Answer oneSecond(String question) {
    if (question.contains("customers")) {
      return page("customers", List.of());
    }
    int page = question.contains("page_info=p") ? question.charAt(question.length() - 1) - '0' : 0;
    var orders =
        IntStream.range(page * 250, Math.min(600, page * 250 + 250))
            .mapToObj(i -> order(i + 1, MAY_1))
            .toList();
    var next = "<https://else.invalid/orders.json?limit=250&page_info=p%d>; rel=\"next\"";
    var both = "<https://else.invalid/orders.json?page_info=b>; rel=\"previous\", " + next;
    return new FakeShop.Answer(
        200, page("orders", orders).body(), page == 2 ? null : both.formatted(page + 1));
  }

  @Test
  void aShopThatNeverComesToAnEndIsSaidToFail() {
    var again = "<https://firm.invalid/orders.json?page_info=again>; rel=\"next\"";
    try (var shop =
        FakeShop.linked(
            question ->
                question.contains("customers")
                    ? page("customers", List.of())
                    : new FakeShop.Answer(
                        200,
                        page("orders", List.of(order(1, "2026-04-30T12:00:00Z"))).body(),
                        again))) {
      connect(shop);
      catchUp.ask();
      assertThat(shops.all(stories.admin()).get(0).askFailure()).contains("no later change");
      assertThat(shop.questions).filteredOn(q -> q.contains("orders.json")).hasSize(400);
    }
  }

  private static FakeShop shop(List<String> orders, List<String> customers) {
    return FakeShop.linked(
        question ->
            question.contains("customers") ? page("customers", customers) : page("orders", orders));
  }

  private static FakeShop.Answer page(String kind, List<String> found) {
    var body = found.stream().collect(joining(",", "{\"" + kind + "\": [", "]}"));
    return new FakeShop.Answer(200, body, null);
  }

  private static String order(int id, String changed) {
    return Orders.shopify(id, changed, "paid", "0.00");
  }

  private static String customer(String consent, String changed) {
    return """
    {"id": 721, "email": "ana@example.com", "updated_at": "%s", "email_marketing_consent": {"state": "%s"}}
    """
        .formatted(changed, consent);
  }

  private void connect(FakeShop shop) {
    shops.connect(
        new NewShop(ShopSystem.SHOPIFY, shop.address(), "hook", null, "token"), stories.admin());
    jdbc.sql(
            "update shop set caught_up_to = '2026-04-30 12:00:00+00', customers_up_to = '2026-04-30 12:00:00+00'")
        .update();
  }

  private void again() {
    jdbc.sql("update shop set asked_at = null").update();
    catchUp.ask();
  }

  private String one(String sql) {
    return String.valueOf(jdbc.sql(sql).query(String.class).optional().orElse(null));
  }
}
