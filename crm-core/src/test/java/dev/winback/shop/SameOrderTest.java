package dev.winback.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.Loading;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One order of Shopify is the same row by export and by webhook, whichever comes first (formats.md;
 * decision 86): two translators that agree.
 */
@CoreTest
class SameOrderTest {

  private static final String SECRET = "shared secret";

  /** What the database gives, and when who told it. */
  private static final String GIVEN =
      "array['id', 'customer_id', 'received_at', 'created_at', 'import_id', 'told_at', 'told', 'version', 'touched']";

  /** The export has one name in one column, and no consent (decision 64) and no number of him. */
  private static final String OF_ONE_WAY =
      "array['ref', 'made_rank', 'name', 'first_name', 'last_name', 'email_consent', 'attributes']";

  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Loading loading;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @CsvSource({
    "paid,0.00,",
    "pending,0.00,",
    "partially_refunded,9.90,",
    "refunded,59.90,",
    "voided,0.00,",
    "paid,0.00,2026-05-03T10:00:00+02:00"
  })
  void anOrderIsTheSameByEachWayAndByBoth(String status, String refunded, String cancelled) {
    Runnable file = () -> file(status, refunded, cancelled);
    Runnable hook = () -> hook(status, refunded, cancelled);
    var byFile = after(file, file);
    var customer = customer(true);
    assertThat(after(hook, hook)).isEqualTo(byFile);
    assertThat(customer(true)).isEqualTo(customer);

    assertThat(after(file, hook, file, hook)).isEqualTo(byFile);
    assertThat(customer(true)).isEqualTo(customer);
    var both = customer(false);
    assertThat(after(hook, file, hook, file)).isEqualTo(byFile);
    assertThat(customer(false)).isEqualTo(both).contains("\"shopify-721\"", "\"Sevilla\"");
  }

  private String after(Runnable... ways) {
    jdbc.sql(
            "truncate customer, customer_row, purchase, fact_history, shop_delivery, import_run cascade")
        .update();
    List.of(ways).forEach(Runnable::run);
    return one("select to_jsonb(p) - " + GIVEN + " from purchase p");
  }

  private String customer(boolean ofEither) {
    var less = ofEither ? " - " + OF_ONE_WAY : "";
    return one("select to_jsonb(c) - " + GIVEN + less + " from customer c");
  }

  /** One row: who came by two ways is one customer with one order. */
  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private void file(String status, String refunded, String cancelled) {
    var line = "#5,,,,,,,,,,,,,,,1,Cup\n";
    loading.load(
        """
        Name,Email,Financial Status,Created at,Total,Currency,Refunded Amount,Discount Code,Cancelled at,Id,\
        Phone,Billing Name,Billing Company,Billing City,Billing Country,Lineitem quantity,Lineitem name
        #5,ana@example.com,%s,2026-05-01 10:00:00 +0200,59.90,EUR,%s,SPRING,%s,5,\
        '+34 954 22 12 00,Ana Ruiz,Ruiz y Cía,Sevilla,ES,2,Tea
        """
                .formatted(status, refunded, cancelled == null ? "" : cancelled)
            + line);
  }

  private void hook(String status, String refunded, String cancelled) {
    shops.connect(
        new NewShop(ShopSystem.SHOPIFY, "firm.myshopify.com", SECRET, null, null), stories.admin());
    var order =
        Orders.shopify(5, "2026-05-04T10:00:00Z", status, refunded)
            .replace("\"country_code\"", "\"company\": \"Ruiz y Cía\", \"country_code\"")
            .replace("\"first_name\"", "\"phone\": \"+34 954 22 12 00\", \"first_name\"");
    var body =
        Orders.bytes(
            cancelled == null
                ? order
                : order.replace("_at\": null", "_at\": \"" + cancelled + "\""));
    var signed = HookSignature.of(body, SECRET);
    assertThat(
            inbox.receive(new Hook(ShopSystem.SHOPIFY, signed, "orders/updated", null, null, body)))
        .isTrue();
    worker.work();
  }
}
