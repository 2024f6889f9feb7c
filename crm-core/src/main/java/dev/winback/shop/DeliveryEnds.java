package dev.winback.shop;

import dev.winback.importing.RowsRefused;
import dev.winback.shared.Sentence;
import dev.winback.shared.Unquoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** How deliveries end: taken, left alone, refused, or tried again. */
@Component
class DeliveryEnds {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryEnds.class);
  private static final int TRIES = 10;

  private final JdbcClient jdbc;
  private final TransactionTemplate tx;
  private final ObjectMapper json;

  DeliveryEnds(JdbcClient jdbc, PlatformTransactionManager transactions, ObjectMapper json) {
    this.jdbc = jdbc;
    tx = new TransactionTemplate(transactions);
    this.json = json;
  }

  /** In the transaction of what it said. */
  void done(long id) {
    end(id, DeliveryState.DONE, null, List.of());
  }

  void failed(long id, RuntimeException why) {
    if (why instanceof NotForUs nothing) {
      ended(id, DeliveryState.IGNORED, nothing.reason(), List.of());
    } else if (why instanceof Unreadable unreadable) {
      ended(id, DeliveryState.REFUSED, unreadable.reason(), unreadable.figures());
    } else if (why instanceof JacksonException) {
      ended(id, DeliveryState.REFUSED, "json", List.of());
    } else {
      // one that nobody foresaw must not hold up those behind it
      later(id, why);
    }
  }

  /** The column is told before the figures of the column's own sentence. */
  void refused(long id, RowsRefused.Problem problem) {
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
    LOG.warn("delivery {} waits: {}", id, Unquoted.of(failed));
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
