package dev.winback.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no webhook told is asked for (formats.md: WooCommerce repeats none). */
@CoreTest
class CatchUpTest {

  @Autowired CatchUp catchUp;
  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void missedOrdersAreFetchedPageByPageAndTwiceChangesNothing() {
    try (var shop = new FakeShop(CatchUpTest::threePages)) {
      connectWoo(shop);
      catchUp.ask();
      worker.work();
      assertThat(count("purchase")).isEqualTo(250);
      assertThat(shop.questions).hasSize(3);
      assertThat(shop.questions.get(0))
          .contains("orderby=modified", "dates_are_gmt=true", "page=1");
      assertThat(shop.questions.get(1)).contains("modified_after=2026-05-01T00%3A01%3A39Z");
      // user:secret
      assertThat(shop.authorizations.get(0)).isEqualTo("Basic dXNlcjpzZWNyZXQ=");

      catchUp.ask();
      assertThat(shop.questions).as("not before ten minutes").hasSize(3);
      jdbc.sql("update shop set asked_at = null").update();
      catchUp.ask();
      worker.work();
      assertThat(count("purchase")).isEqualTo(250);
      assertThat(count("fact_history")).isZero();
    }
  }

  /** Orders 0 to 249, changed a second apart from midnight of 1 May, a hundred a page. */
  private static String threePages(String question) {
    var since = question.replaceAll(".*modified_after=([^&]*).*", "$1").replace("%3A", ":");
    return IntStream.range(0, 250)
        .filter(i -> moment(i).compareTo(since.replace("Z", "")) > 0)
        .limit(100)
        .mapToObj(i -> Orders.woo(i + 1, moment(i), "completed", "0.00"))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String moment(int second) {
    return "2026-05-01T00:%02d:%02d".formatted(second / 60, second % 60);
  }

  @Test
  void anOrderThatAlsoCameByWebhookIsStoredOnce() {
    var order = Orders.woo(1, moment(1), "completed", "0.00");
    try (var shop = new FakeShop(question -> "[" + order + "]")) {
      connectWoo(shop);
      var body = Orders.bytes(order);
      inbox.receive(
          new Hook(
              ShopSystem.WOOCOMMERCE,
              HookSignature.of(body, "hook"),
              "order.created",
              "1-1",
              null,
              body));
      catchUp.ask();
      worker.work();
      assertThat(count("purchase")).isEqualTo(1);
      assertThat(count("fact_history")).isZero();
    }
  }

  @Test
  void aShopThatDoesNotAnswerIsAskedLaterAndLaterAndSaysSo() {
    try (var shop = new FakeShop(question -> "no", 503)) {
      connectWoo(shop);
      catchUp.ask();
      var row = shops.all(stories.admin()).get(0);
      assertThat(row.askFailure()).isEqualTo("HTTP 503");
      jdbc.sql("update shop set asked_at = clock_timestamp() - interval '11 minutes'").update();
      catchUp.ask();
      assertThat(shop.questions).as("twenty minutes after the first failure").hasSize(1);
      jdbc.sql("update shop set asked_at = clock_timestamp() - interval '21 minutes'").update();
      catchUp.ask();
      assertThat(shop.questions).hasSize(2);
    }
  }

  /** T50: the same addresses as for messages to other systems. */
  @Test
  void aShopInsideIsRefusedAndNeverAsked() {
    for (var address : List.of("https://10.0.0.5", "https://169.254.169.254", "https://[::1]")) {
      var shop = new NewShop(ShopSystem.WOOCOMMERCE, address, "hook", "user", "secret");
      assertThatThrownBy(() -> shops.connect(shop, stories.admin()))
          .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo("address"));
    }
    shops.connect(
        new NewShop(ShopSystem.WOOCOMMERCE, "https://firm.invalid", "hook", "user", "secret"),
        stories.admin());
    // the name was harmless when it was entered
    jdbc.sql("update shop set address = 'https://10.0.0.5'").update();
    catchUp.ask();
    assertThat(shops.all(stories.admin()).get(0).askFailure())
        .isEqualTo("leads to an address inside");
  }

  @Test
  void nonsenseOfOneShopDoesNotKeepTheOthersFromBeingAsked() {
    var order = Orders.woo(1, moment(1), "completed", "0.00");
    try (var mad = new FakeShop(question -> "[{\"id\": 1, \"date_modified_gmt\": \"\\u0000Z\"}]");
        var sane = new FakeShop(question -> "[" + order + "]")) {
      connectWoo(mad);
      connectWoo(sane);
      catchUp.ask();
      worker.work();
      assertThat(sane.questions).hasSize(1);
      assertThat(count("purchase")).isEqualTo(1);
      assertThat(shops.all(stories.admin())).filteredOn(row -> row.askFailure() != null).hasSize(1);
    }
  }

  private void connectWoo(FakeShop shop) {
    shops.connect(
        new NewShop(ShopSystem.WOOCOMMERCE, shop.address(), "hook", "user", "secret"),
        stories.admin());
    jdbc.sql("update shop set caught_up_to = '2026-04-30 12:00:00+00'").update();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
