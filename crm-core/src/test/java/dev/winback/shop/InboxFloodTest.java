package dev.winback.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many webhooks, three in ten of them twice, in random order, with two workers that race (hold.md,
 * T4): every one that was acknowledged is in, and the tables are those of a clean run.
 */
@CoreTest
@Tag("long-run")
@Tag("webhooks")
class InboxFloodTest {

  private static final String SECRET = "shared secret";

  @Autowired Inbox inbox;
  @Autowired InboxWorker worker;
  @Autowired Shops shops;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private record Told(String delivery, byte[] body) {}

  @Test
  void aFloodEndsInTheTablesOfACleanRun() throws InterruptedException {
    int orders = Integer.getInteger("webhooks", 100_000) * 7 / 10 / 2;
    var told = new ArrayList<Told>();
    for (int order = 1; order <= orders; order++) {
      told.add(told(order, 1, "pending"));
      told.add(told(order, 2, "paid"));
    }
    connect();
    told.forEach(this::receive);
    worker.work();
    var clean = dump();

    jdbc.sql("truncate customer, customer_row, purchase, fact_history, shop_delivery cascade")
        .update();
    var flood = new ArrayList<>(told);
    flood.addAll(told.subList(0, told.size() * 3 / 7));
    Collections.shuffle(flood, new Random(4));
    var start = System.nanoTime();
    send(flood);
    var seconds = (System.nanoTime() - start) / 1e9;

    assertThat(jdbc.sql("select count(*) from shop_delivery").query(Long.class).single())
        .as("acknowledged")
        .isEqualTo(told.size());
    assertThat(dump()).isEqualTo(clean);
    System.out.printf(
        "%d webhooks (%d different) stored and worked off in %.1f s: %.0f a second%n",
        flood.size(), told.size(), seconds, flood.size() / seconds);
  }

  /** Two threads receive while two workers work off; then what is left. */
  private void send(List<Told> flood) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(4);
    for (int part = 0; part < 2; part++) {
      int first = part;
      threads.execute(
          () ->
              IntStream.range(0, flood.size())
                  .filter(i -> i % 2 == first)
                  .forEach(i -> receive(flood.get(i))));
      threads.execute(
          () -> {
            for (int idle = 0; idle < 200; idle = worker.work() == 0 ? idle + 1 : 0) {
              Thread.onSpinWait();
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.MINUTES)).isTrue();
    worker.work();
  }

  private void connect() {
    var shop = new NewShop(ShopSystem.SHOPIFY, "firm.myshopify.com", SECRET, null, null);
    shops.connect(shop, stories.admin());
  }

  private static Told told(int order, int version, String status) {
    var told = Instant.parse("2026-05-01T00:00:00Z").plusSeconds(60L * version).toString();
    var body = Orders.shopify(order, told, status, "0.00").replace("721", "" + order % 5_000);
    return new Told(
        order + "-" + version, Orders.bytes(body.replace("ana@", "c" + order % 5_000 + "@")));
  }

  private void receive(Told told) {
    var signature = HookSignature.of(told.body(), SECRET);
    inbox.receive(
        new Hook(
            ShopSystem.SHOPIFY, signature, "orders/updated", told.delivery(), null, told.body()));
  }

  private String dump() {
    return jdbc.sql(
            """
            select md5(string_agg(concat_ws('|', c.ref, c.email, p.external_id, p.purchased_at, p.amount, p.status,
                                            p.refunded, p.told_at), E'\\n' order by p.external_id))
            from purchase p join customer c on c.id = p.customer_id
            """)
        .query(String.class)
        .single();
  }
}
