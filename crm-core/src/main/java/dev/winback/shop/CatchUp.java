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
 * Asks shops for what no webhook told: WooCommerce repeats none, Shopify gives up after four hours.
 * What comes is laid into the inbox beside the webhooks; twice changes nothing.
 */
@Component
class CatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  /** Clocks differ, and a change may be seen after a later one. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private static final int PAGES = 400;

  private static final String HEARD =
      "update shop set caught_up_to = greatest(caught_up_to, :value), failures = 0, ask_failure = null where id = :id";
  private static final String HEARD_OF_CUSTOMERS =
      "update shop set customers_up_to = greatest(customers_up_to, :value), customers_failure = null where id = :id";
  private static final String FAILED =
      "update shop set failures = failures + 1, ask_failure = :value where id = :id";
  private static final String FAILED_FOR_CUSTOMERS =
      "update shop set customers_failure = :value where id = :id";

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
      Instant caughtUpTo,
      Instant customersUpTo) {

    Instant upTo(Missed missed) {
      return missed.customers() ? customersUpTo : caughtUpTo;
    }
  }

  /** All shops that are due: every ten minutes, a failing one later each time, up to six hours. */
  void ask() {
    for (var shop : due()) {
      var system = ShopSystem.valueOf(shop.system().toUpperCase(Locale.ROOT));
      Missed.of(system).forEach(missed -> ask(shop, missed));
    }
  }

  /** Whatever one shop answers, the others are asked; a key for orders may open no customers. */
  private void ask(Asked shop, Missed missed) {
    try {
      catchUp(shop, missed);
    } catch (IOException | RuntimeException e) {
      LOG.warn("shop {} could not be asked: {}", shop.id(), Unquoted.of(e));
      failed(shop, missed, why(e));
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
            returning id, system, address, api_login, api_secret, caught_up_to, customers_up_to
            """)
        .query(
            (row, n) ->
                new Asked(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant(),
                    row.getTimestamp(7).toInstant()))
        .list();
  }

  private void catchUp(Asked shop, Missed missed) throws IOException {
    var headers = missed.headers(shop.apiLogin(), shop.apiSecret());
    var since = shop.upTo(missed).minus(OVERLAP);
    var question = missed.question(shop.address(), since, 1);
    int page = 1;
    for (int pages = 0; pages < PAGES; pages++) {
      var answer = asking.get(question, headers);
      var found = missed.all(json.readTree(answer.body()));
      var latest = take(shop, missed, found, since);
      if (!missed.goesOn(answer, found)) {
        return;
      }
      // a whole page of one second: the next page of the same question
      page = latest.isAfter(since) ? 1 : page + 1;
      since = latest;
      question = missed.next(shop.address(), since, page, answer);
    }
    if (!since.isAfter(shop.upTo(missed))) {
      throw new Asking.Failed(PAGES + " pages, and no later change in them");
    }
  }

  /** How far the shop has been heard by this. */
  private Instant take(Asked shop, Missed missed, List<JsonNode> found, Instant since) {
    found.forEach(one -> store(shop, missed, one));
    var latest = found.isEmpty() ? since : moment(missed.changedAt(found.get(found.size() - 1)));
    heard(shop, missed, latest);
    return latest;
  }

  private void store(Asked shop, Missed missed, JsonNode one) {
    var what = missed.customers() ? "asked-customer-" : "asked-";
    var delivery = what + Body.text(one, "id") + "-" + missed.changedAt(one);
    inbox.store(shop.id(), delivery, missed.topic(), json.writeValueAsBytes(one));
  }

  private static Instant moment(String text) {
    return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private void heard(Asked shop, Missed missed, Instant until) {
    change(shop, missed.customers() ? HEARD_OF_CUSTOMERS : HEARD, until.atOffset(ZoneOffset.UTC));
  }

  /** Orders alone decide when the shop is asked again. */
  private void failed(Asked shop, Missed missed, String why) {
    change(shop, missed.customers() ? FAILED_FOR_CUSTOMERS : FAILED, why);
  }

  private void change(Asked shop, String statement, Object value) {
    tx.executeWithoutResult(
        status -> jdbc.sql(statement).param("value", value).param("id", shop.id()).update());
  }
}
