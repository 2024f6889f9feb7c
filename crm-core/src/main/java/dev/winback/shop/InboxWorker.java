package dev.winback.shop;

import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.importing.RowsRefused;
import dev.winback.shared.Sentence;
import dev.winback.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/**
 * Works deliveries off: many in one transaction, because a merge costs the same for one row as for
 * hundreds; one by one when any of them cannot be taken.
 */
@Component
class InboxWorker {

  private static final Logger LOG = LoggerFactory.getLogger(InboxWorker.class);
  private static final String TAKE = Sql.of(InboxWorker.class, "take.sql");
  private static final int AT_ONCE = 200;
  private static final int TRIES = 10;

  private final JdbcClient jdbc;
  private final TransactionTemplate tx;
  private final Facts facts;
  private final ShopifyBody shopify;
  private final WooBody woo;
  private final ObjectMapper json;

  InboxWorker(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Facts facts,
      ShopifyBody shopify,
      WooBody woo,
      ObjectMapper json) {
    this.jdbc = jdbc;
    tx = new TransactionTemplate(transactions);
    this.facts = facts;
    this.shopify = shopify;
    this.woo = woo;
    this.json = json;
  }

  private record Delivery(
      long id, String system, String source, String topic, byte[] body, int tries) {}

  /** Everything that is due; how many deliveries came to an end. */
  int work() {
    int all = 0;
    for (int done = round(); done > 0; done = round()) {
      all += done;
    }
    return all;
  }

  private int round() {
    var ids = new ArrayList<Long>();
    try {
      tx.executeWithoutResult(status -> together(take(null, AT_ONCE), ids));
    } catch (RuntimeException one) {
      ids.forEach(this::alone);
    }
    return ids.size();
  }

  private List<Delivery> take(@Nullable Long id, int limit) {
    return jdbc.sql(TAKE).param("id", id).param("limit", limit).query(Delivery.class).list();
  }

  private void together(List<Delivery> deliveries, List<Long> ids) {
    deliveries.forEach(delivery -> ids.add(delivery.id()));
    record(deliveries.stream().map(this::read).toList());
    ids.forEach(id -> end(id, DeliveryState.DONE, null, List.of()));
  }

  private void record(List<Said> said) {
    for (var type : List.of(ImportType.CUSTOMERS, ImportType.PURCHASES, ImportType.CARTS)) {
      var rows = Said.of(type, said);
      if (!rows.isEmpty()) {
        facts.heard(type, rows);
      }
    }
  }

  private Said read(Delivery delivery) {
    var body = json.readTree(delivery.body());
    return switch (ShopSystem.valueOf(delivery.system().toUpperCase(Locale.ROOT))) {
      case SHOPIFY -> shopify.read(delivery.topic(), body);
      case WOOCOMMERCE -> woo.read(delivery.topic(), body, delivery.source());
    };
  }

  private void alone(long id) {
    try {
      tx.executeWithoutResult(
          status -> take(id, 1).forEach(one -> together(List.of(one), new ArrayList<>())));
    } catch (NotForUs nothing) {
      ended(id, DeliveryState.IGNORED, nothing.reason(), List.of());
    } catch (Unreadable unreadable) {
      ended(id, DeliveryState.REFUSED, unreadable.reason(), unreadable.figures());
    } catch (RowsRefused refused) {
      refused(id, refused.problems().get(0));
    } catch (JacksonException e) {
      ended(id, DeliveryState.REFUSED, "json", List.of());
    } catch (RuntimeException failed) {
      // one that nobody foresaw must not hold up those behind it
      later(id, failed);
    }
  }

  /** The column is told before the figures of the column's own sentence. */
  private void refused(long id, RowsRefused.Problem problem) {
    if (problem.code().equals("erased")) {
      ended(id, DeliveryState.IGNORED, "erased", List.of());
      return;
    }
    var figures = new ArrayList<Object>();
    figures.add(problem.field() == null ? "" : problem.field());
    figures.addAll(problem.sentence().figures());
    ended(id, DeliveryState.REFUSED, "importing.error." + problem.code(), figures);
  }

  private void ended(long id, DeliveryState state, String reason, List<Object> figures) {
    tx.executeWithoutResult(status -> end(id, state, reason, figures));
  }

  private void end(long id, DeliveryState state, @Nullable String reason, List<Object> figures) {
    jdbc.sql(
            """
            update shop_delivery
               set state = :state, reason = :reason, figures = :figures::jsonb, tries = tries + 1,
                   ended_at = clock_timestamp(), body = case when :reason = 'erased' then null else body end
             where id = :id and state = 'waiting'
            """)
        .param("state", state.word())
        .param("reason", reason)
        .param("figures", json.writeValueAsString(figures))
        .param("id", id)
        .update();
  }

  /** What failed is tried again, each time later; the tenth time a person is asked. */
  private void later(long id, RuntimeException failed) {
    LOG.warn("delivery {} waits: {}", id, failed.getClass().getSimpleName());
    tx.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    update shop_delivery
                       set tries = tries + 1, try_at = clock_timestamp() + interval '5 seconds' * 2 ^ tries,
                           state = case when tries + 1 >= :most then 'refused' else state end,
                           reason = case when tries + 1 >= :most then 'stuck' end,
                           ended_at = case when tries + 1 >= :most then clock_timestamp() end
                     where id = :id and state = 'waiting'
                    """)
                .param("most", TRIES)
                .param("id", id)
                .update());
  }

  /** For the page: the sentence of a stored reason. */
  static @Nullable Sentence sentence(@Nullable String reason, List<Object> figures) {
    if (reason == null) {
      return null;
    }
    return reason.startsWith("importing.")
        ? new Sentence(reason, figures.subList(1, figures.size()))
        : new Sentence("shop.reason." + reason, figures);
  }
}
