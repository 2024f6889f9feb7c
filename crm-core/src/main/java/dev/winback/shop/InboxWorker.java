package dev.winback.shop;

import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.importing.RowsRefused;
import dev.winback.shared.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * Works deliveries off: many in one transaction, because a merge costs the same for one row as for
 * hundreds; one by one when any of them cannot be taken.
 */
@Component
class InboxWorker {

  private static final String TAKE = Sql.of(InboxWorker.class, "take.sql");
  private static final int AT_ONCE = 200;

  private static final List<ImportType> USUAL =
      List.of(ImportType.CUSTOMERS, ImportType.PURCHASES, ImportType.CARTS);

  /** The order of somebody who was erased brings him back, and then he has a name. */
  private static final List<ImportType> ORDER_FIRST =
      List.of(ImportType.PURCHASES, ImportType.CUSTOMERS, ImportType.CARTS);

  private final JdbcClient jdbc;
  private final TransactionTemplate tx;
  private final DeliveryEnds ends;
  private final Facts facts;
  private final ShopifyBody shopify;
  private final WooBody woo;
  private final ObjectMapper json;

  InboxWorker(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      DeliveryEnds ends,
      Facts facts,
      ShopifyBody shopify,
      WooBody woo,
      ObjectMapper json) {
    this.jdbc = jdbc;
    tx = new TransactionTemplate(transactions);
    this.ends = ends;
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
      tx.executeWithoutResult(status -> together(take(null, AT_ONCE), USUAL, ids));
    } catch (RuntimeException one) {
      ids.forEach(this::alone);
    }
    return ids.size();
  }

  private List<Delivery> take(@Nullable Long id, int limit) {
    return jdbc.sql(TAKE).param("id", id).param("limit", limit).query(Delivery.class).list();
  }

  private void together(List<Delivery> deliveries, List<ImportType> order, List<Long> ids) {
    deliveries.forEach(delivery -> ids.add(delivery.id()));
    record(deliveries.stream().map(this::read).toList(), order);
    ids.forEach(ends::done);
  }

  private void record(List<Said> said, List<ImportType> order) {
    for (var type : order) {
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
      alone(id, USUAL);
    } catch (RowsRefused refused) {
      perhapsBack(id, refused.problems().get(0));
    } catch (RuntimeException other) {
      ends.failed(id, other);
    }
  }

  private void alone(long id, List<ImportType> order) {
    tx.executeWithoutResult(
        status -> take(id, 1).forEach(one -> together(List.of(one), order, new ArrayList<>())));
  }

  private void perhapsBack(long id, RowsRefused.Problem problem) {
    if (!problem.code().equals("erased")) {
      ends.refused(id, problem);
      return;
    }
    try {
      alone(id, ORDER_FIRST);
    } catch (RowsRefused refused) {
      ends.refused(id, refused.problems().get(0));
    } catch (RuntimeException other) {
      ends.failed(id, other);
    }
  }
}
