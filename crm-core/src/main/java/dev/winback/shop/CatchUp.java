package dev.winback.shop;

import dev.winback.shared.Destination;
import dev.winback.shared.Unquoted;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Asks shops for the orders whose webhook never came: WooCommerce repeats none, Shopify gives up
 * after four hours. What comes is laid into the inbox beside the webhooks; twice changes nothing.
 */
@Component
class CatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  /** Clocks differ, and a change may be seen after a later one. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final int PAGES = 400;

  private final JdbcClient jdbc;
  private final TransactionTemplate tx;
  private final Inbox inbox;
  private final Asking asking;
  private final ObjectMapper json;

  CatchUp(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Inbox inbox,
      Asking asking,
      ObjectMapper json) {
    this.jdbc = jdbc;
    tx = new TransactionTemplate(transactions);
    this.inbox = inbox;
    this.asking = asking;
    this.json = json;
  }

  private record Asked(
      long id,
      String system,
      String address,
      @Nullable String apiLogin,
      String apiSecret,
      Instant caughtUpTo) {}

  /** All shops that are due: every ten minutes, a failing one later each time, up to six hours. */
  void ask() {
    for (var shop : due()) {
      try {
        ask(shop);
      } catch (IOException | RuntimeException e) {
        // whatever one shop answers, the others are asked
        LOG.warn("shop {} could not be asked: {}", shop.id(), Unquoted.of(e));
        failed(shop, why(e));
      }
    }
  }

  private static String why(Exception e) {
    boolean told =
        e instanceof Asking.Failed
            || e instanceof Destination.Inside
            || e instanceof InterruptedIOException;
    return told ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
  }

  /** Taken for this node by moving the time of asking before the question is put. */
  private List<Asked> due() {
    return jdbc.sql(
            """
            update shop
               set asked_at = clock_timestamp()
             where disconnected_at is null and api_secret is not null
               and (asked_at is null
                    or asked_at < clock_timestamp() - least(interval '10 minutes' * 2 ^ failures, interval '6 hours'))
            returning id, system, address, api_login, api_secret, caught_up_to
            """)
        .query(
            (row, n) ->
                new Asked(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant()))
        .list();
  }

  private void ask(Asked shop) throws IOException {
    var missed = Missed.of(ShopSystem.valueOf(shop.system().toUpperCase(Locale.ROOT)));
    var since = shop.caughtUpTo().minus(OVERLAP);
    int page = 1;
    for (int pages = 0; pages < PAGES; pages++) {
      var orders = orders(shop, missed, since, page);
      orders.forEach(order -> store(shop, missed, order));
      if (orders.size() < missed.pageSize()) {
        heard(shop, orders.isEmpty() ? since : latest(missed, orders));
        return;
      }
      var latest = latest(missed, orders);
      // a whole page of one second: the next page of the same question
      page = latest.isAfter(since) ? 1 : page + 1;
      since = latest;
      heard(shop, latest);
    }
  }

  private List<JsonNode> orders(Asked shop, Missed missed, Instant since, int page)
      throws IOException {
    var headers = missed.headers(String.valueOf(shop.apiLogin()), shop.apiSecret());
    var answer = asking.get(missed.question(shop.address(), since, page), headers);
    return missed.orders(json.readTree(answer)).valueStream().toList();
  }

  private void store(Asked shop, Missed missed, JsonNode order) {
    var delivery = "asked-" + Body.text(order, "id") + "-" + missed.changedAt(order);
    inbox.store(shop.id(), delivery, missed.topic(), json.writeValueAsBytes(order));
  }

  private static Instant latest(Missed missed, List<JsonNode> orders) {
    return moment(missed.changedAt(orders.get(orders.size() - 1)));
  }

  private static Instant moment(String text) {
    return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private void heard(Asked shop, Instant until) {
    tx.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    update shop set caught_up_to = greatest(caught_up_to, :until), failures = 0, ask_failure = null
                    where id = :id
                    """)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("id", shop.id())
                .update());
  }

  private void failed(Asked shop, String why) {
    tx.executeWithoutResult(
        status ->
            jdbc.sql("update shop set failures = failures + 1, ask_failure = :why where id = :id")
                .param("why", why)
                .param("id", shop.id())
                .update());
  }
}
