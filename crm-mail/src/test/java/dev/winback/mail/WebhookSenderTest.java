package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import dev.winback.webhook.Deliveries;
import dev.winback.webhook.MessageOutbox;
import dev.winback.webhook.Told;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages to a real server: signed as Standard Webhooks says, tried again, at least once and with
 * the same id (house.md, rule 9), and never inside (hold.md, T50).
 */
@CoreTest
class WebhookSenderTest {

  private static final byte[] SECRET = new byte[32];

  static {
    java.util.Arrays.fill(SECRET, (byte) 7);
  }

  private record Got(String id, String time, String signature, String body) {}

  private interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  @Autowired MessageOutbox outbox;
  @Autowired Deliveries deliveries;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private final List<Got> got = new CopyOnWriteArrayList<>();
  private final WebhookPoster poster = new WebhookPoster(true, Duration.ofSeconds(15));
  private volatile Reply reply = exchange -> answer(exchange, 204, "");
  private HttpServer server;
  private Actor admin;
  private long webhook;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::receive);
    server.start();
    admin = stories.admin();
    webhook = Told.address(jdbc, address("/hook"), "night.done");
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(0);
    poster.close();
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private void receive(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    got.add(
        new Got(
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    try (exchange) {
      reply.to(exchange);
    }
  }

  private static void answer(HttpExchange exchange, int code, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Test
  void aMessageArrivesSignedAsTheReceiverChecksIt() throws Exception {
    deliveries.test(webhook, admin);
    assertThat(sender().round("a")).isEqualTo(1);
    var message = got.get(0);
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
    var signed = message.id() + "." + message.time() + "." + message.body();
    assertThat(message.signature())
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes())));
    assertThat(message.id()).startsWith("msg_");
    assertThat(Instant.ofEpochSecond(Long.parseLong(message.time())))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    assertThat(message.body()).contains("\"test\"");
    assertThat(row()).isEqualTo("sent 1 204");
  }

  @Test
  void afterAnErrorTheMessageComesAgainWithTheSameId() {
    reply = exchange -> answer(exchange, 500, "no \u0000 way");
    deliveries.test(webhook, admin);
    assertThat(sender().round("a")).isEqualTo(1);
    assertThat(row()).isEqualTo("due 1 500 no way");
    assertThat(sender().round("a")).as("not before its time").isZero();
    reply = exchange -> answer(exchange, 200, "ok");
    now();
    assertThat(sender().round("a")).isEqualTo(1);
    assertThat(row()).isEqualTo("sent 2 200 ok");
    assertThat(got.get(1).id()).isEqualTo(got.get(0).id());
    assertThat(got.get(1).body()).isEqualTo(got.get(0).body());
  }

  @Test
  void aRedirectIsAnErrorAndIsNotFollowed() {
    reply =
        exchange -> {
          exchange.getResponseHeaders().set("Location", address("/elsewhere"));
          answer(exchange, 302, "");
        };
    deliveries.test(webhook, admin);
    sender().round("a");
    assertThat(got).hasSize(1);
    assertThat(row()).isEqualTo("due 1 302");
  }

  @Test
  void aReceiverThatDripsIsCutOffAtTheLimitAndAFloodIsNotRead() throws Exception {
    reply =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            pause();
          }
        };
    deliveries.test(webhook, admin);
    try (var hasty = new WebhookPoster(true, Duration.ofMillis(700))) {
      long begin = System.nanoTime();
      new WebhookSender(outbox, hasty).round("a");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
    assertThat(row()).isEqualTo("due 1 null no answer in time");
    reply = exchange -> answer(exchange, 200, "y".repeat(5_000_000));
    now();
    sender().round("a");
    assertThat(row()).isEqualTo("sent 2 200 " + "y".repeat(500));
  }

  private static void pause() {
    java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
  }

  @Test
  void nobodyListeningIsAnErrorWithItsReason() {
    server.stop(0);
    deliveries.test(webhook, admin);
    sender().round("a");
    assertThat(row()).startsWith("due 1 null ").contains("refused");
  }

  @Test
  void withoutTheSettingNothingGoesInside() throws Exception {
    deliveries.test(webhook, admin);
    try (var strict = new WebhookPoster(false, Duration.ofSeconds(15))) {
      new WebhookSender(outbox, strict).round("a");
    }
    assertThat(got).isEmpty();
    assertThat(row()).isEqualTo("due 1 null leads to an address inside");
  }

  @Test
  void twoSendersTellEachEventOnceAndInOrder() throws Exception {
    long other = Told.address(jdbc, address("/other"), "night.done");
    Told.test(deliveries, webhook, 60, admin);
    Told.test(deliveries, other, 60, admin);
    var workers = Executors.newFixedThreadPool(2);
    try {
      for (var node : List.of("a", "b")) {
        workers.execute(() -> sender().round(node));
      }
    } finally {
      workers.shutdown();
      assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
    sender().round("c");
    var ids = got.stream().map(Got::id).toList();
    assertThat(ids).hasSize(120).doesNotHaveDuplicates();
    var mine = sent(webhook);
    assertThat(ids.stream().filter(mine::contains)).containsExactlyElementsOf(mine);
  }

  @Test
  void aSenderKilledBetweenSendingAndMarkingMakesARepetitionWithTheSameId() {
    deliveries.test(webhook, admin);
    outbox.take("dead");
    poster.post(outbox.next(webhook, "dead").orElseThrow());
    assertThat(sender().round("a")).as("the dead one has the lease").isZero();
    jdbc.sql("update webhook set lease_until = clock_timestamp() - interval '1 second'").update();
    assertThat(sender().round("a")).isEqualTo(1);
    assertThat(got).hasSize(2);
    assertThat(got.get(0).id()).isEqualTo(got.get(1).id());
    assertThat(row()).isEqualTo("sent 1 204");
  }

  @Test
  void theNumberOfAnErasedCustomerGoesWhenItWasTold() {
    jdbc.sql("update webhook set events = 'customer.erased'").update();
    stories.aCustomer("K-77").save();
    customers.erase("K-77", stories.manager());
    sender().round("a");
    assertThat(got.get(0).body()).contains("K-77");
    assertThat(Told.bodies(jdbc)).singleElement().asString().doesNotContain("K-77");
  }

  @Autowired dev.winback.customer.Customers customers;

  private WebhookSender sender() {
    return new WebhookSender(outbox, poster);
  }

  private List<String> sent(long webhook) {
    return jdbc.sql("select message_id from webhook_delivery where webhook_id = :id order by id")
        .param("id", webhook)
        .query(String.class)
        .list();
  }

  private void now() {
    jdbc.sql("update webhook_delivery set next_attempt_at = clock_timestamp()").update();
    jdbc.sql("update webhook set paused_until = null").update();
  }

  private String row() {
    return jdbc.sql(
            """
            select trim(concat(state, ' ', attempts, ' ', coalesce(code::text, 'null'), ' ', answer))
              from webhook_delivery
            """)
        .query(String.class)
        .single();
  }
}
