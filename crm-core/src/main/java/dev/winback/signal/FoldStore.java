package dev.winback.signal;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Copy;
import dev.winback.shared.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectWriter;

/** Stores what the fold found by COPY into staging and a merge that writes only what changed. */
@Component
class FoldStore {

  private static final String STAGING = Sql.of(FoldStore.class, "staging.sql");
  private static final String DROP_SIGNALS = Sql.of(FoldStore.class, "drop-signals.sql");
  private static final String DROP_VALUES = Sql.of(FoldStore.class, "drop-values.sql");
  private static final String MERGE_VALUES = Sql.of(FoldStore.class, "merge-values.sql");
  private static final String MERGE_SIGNALS = Sql.of(FoldStore.class, "merge-signals.sql");

  /** What a pass looks for: other signals that are stored are no matter of it. */
  private static final String ALL = kinds(SignalKind::folded);

  private static final String OF_VIPS = kinds(SignalKind::ofVips);
  private static final String OF_HISTORIES = kinds(kind -> kind.folded() && !kind.ofVips());

  private final JdbcClient jdbc;
  private final Copy copy;
  private final ObjectWriter json;

  FoldStore(JdbcClient jdbc, Copy copy, ObjectMapper json) {
    this.jdbc = jdbc;
    this.copy = copy;
    this.json = json.writerFor(Map.class);
  }

  /** As an array parameter. */
  private static String kinds(Predicate<SignalKind> looked) {
    return Arrays.stream(SignalKind.values())
        .filter(looked)
        .map(SignalKind::code)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** All that was found; the number of values and signals written or taken away. */
  long store(FoldScope scope, List<Folded> found) {
    return store(scope, found, ALL);
  }

  /** As long as nobody knows how these customers stand with the list of VIPs. */
  long storeWithoutVips(FoldScope scope, List<Folded> found) {
    return store(scope, found, OF_HISTORIES);
  }

  /** What their standing with the list of VIPs shows. */
  long storeVips(FoldScope scope, List<Folded> found) {
    jdbc.sql(STAGING).update();
    return storeSignals(scope, found, OF_VIPS);
  }

  private long store(FoldScope scope, List<Folded> found, String kinds) {
    jdbc.sql(STAGING).update();
    copy.in("copy folded_value from stdin (format binary)", values(found));
    long values = in(DROP_VALUES, scope).update() + jdbc.sql(MERGE_VALUES).update();
    return values + storeSignals(scope, found, kinds);
  }

  private long storeSignals(FoldScope scope, List<Folded> found, String kinds) {
    copy.in("copy folded_signal from stdin (format binary)", signals(found));
    return in(DROP_SIGNALS, scope).param("kinds", kinds).update()
        + jdbc.sql(MERGE_SIGNALS).update();
  }

  private JdbcClient.StatementSpec in(String sql, FoldScope scope) {
    return jdbc.sql(scope.in(sql)).params(scope.params());
  }

  private static BinaryRows values(List<Folded> found) {
    var rows = new BinaryRows();
    for (var folded : found) {
      if (folded.value() != null) {
        value(folded.history(), folded.value(), rows);
      }
    }
    return rows;
  }

  private static void value(History history, Value value, BinaryRows rows) {
    rows.row(11).bigint(history.customer()).integer(history.purchases().size());
    rows.integer(history.visits()).date(history.first().day()).date(history.last().day());
    rows.bigint(history.last().id()).money(value.rhythm()).money(value.revenue());
    rows.money(value.year()).money(value.repeatMean()).text(value.currency());
  }

  private BinaryRows signals(List<Folded> found) {
    var rows = new BinaryRows();
    for (var folded : found) {
      for (var signal : folded.signals()) {
        rows.row(5).bigint(folded.history().customer()).text(signal.kind().code());
        rows.date(signal.since()).date(signal.lostFrom());
        rows.json(json.writeValueAsString(signal.figures()));
      }
    }
    return rows;
  }
}
