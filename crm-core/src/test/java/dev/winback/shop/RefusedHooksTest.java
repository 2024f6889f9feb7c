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

/** What is refused leaves a trace: WooCommerce gives a webhook up after five refusals. */
@CoreTest
class RefusedHooksTest {

  private static final byte[] BODY =
      Orders.bytes(Orders.woo(7, "2026-05-03T08:00:00", "completed", "0.00"));

  @Autowired Inbox inbox;
  @Autowired Shops shops;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor admin;

  @BeforeEach
  void connect() {
    admin = stories.admin();
    connect("https://firm.example");
  }

  @Test
  void anAddressWithAndWithoutWwwIsOneShop() {
    connect("https://www.other.example");
    assertThat(told("https://www.firm.example/", "secret")).isTrue();
    assertThat(told("https://other.example", "secret")).isTrue();
    assertThat(told("https://shop.firm.example", "secret")).isFalse();
  }

  @Test
  void whatIsRefusedSaysWhyAndWhoSaidIt() {
    told("https://firm.example/", "mistyped");
    ago("2 seconds");
    told("https://firm.example/", null);
    told("https://else.example/shop", "secret");
    assertThat(refusals())
        .containsExactly(
            "woocommerce host 1 https://else.example/shop",
            "woocommerce signature 2 https://firm.example/");
  }

  @Test
  void ofAShopThatIsNotConnectedAnyMoreItSaysThat() {
    shops.disconnect(shops.all(admin).get(0).id(), admin);
    told("https://firm.example/", "secret");
    assertThat(refusals()).containsExactly("woocommerce nobody 1 https://firm.example/");
  }

  /** Anybody may knock: a row for each reason, written once a second, of what he says a line. */
  @Test
  void whoeverKnocksFillsNothing() {
    for (int i = 0; i < 20; i++) {
      told("a\u0000\u0007b" + "x".repeat(5_000) + i, null);
    }
    assertThat(refusals()).singleElement().asString().hasSizeLessThan(300).contains(" a b");
    assertThat(shops.refusals(admin).get(0).times()).isLessThan(20);
  }

  @Test
  void whatIsLongAgoIsNotShown() {
    told("https://firm.example/", "mistyped");
    ago("8 days");
    assertThat(refusals()).isEmpty();
    told("https://firm.example/", "mistyped");
    assertThat(refusals()).as("counted anew").hasSize(1).first().asString().contains(" 1 ");
  }

  /** Of two, the first one would get the webhooks of both. */
  @Test
  void oneShopIsNotConnectedWithAndWithoutWww() {
    assertThatThrownBy(() -> connect("https://www.firm.example"))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e).hasMessageStartingWith("refused.shop.www"));
    connect("https://firm.example");
    shops.disconnect(shops.all(admin).get(0).id(), admin);
    connect("https://www.firm.example");
  }

  private void ago(String past) {
    jdbc.sql("update shop_refusal set last_at = clock_timestamp() - :past::interval")
        .param("past", past)
        .update();
  }

  private void connect(String address) {
    shops.connect(new NewShop(ShopSystem.WOOCOMMERCE, address, "secret", null, null), admin);
  }

  private boolean told(String sender, @Nullable String secret) {
    var signed = secret == null ? null : HookSignature.of(BODY, secret);
    return inbox.receive(
        new Hook(ShopSystem.WOOCOMMERCE, signed, "order.updated", "1-1", sender, BODY));
  }

  private List<String> refusals() {
    return shops.refusals(admin).stream()
        .map(r -> r.system().word() + " " + r.why() + " " + r.times() + " " + r.sender())
        .toList();
  }
}
