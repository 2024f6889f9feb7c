package dev.winback.signal;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Copy;
import dev.winback.shared.Sql;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Stores what the fold found by COPY into staging and a merge that writes only what changed. */
@Component
class FoldStore {

  private static final String STAGING = Sql.of(FoldStore.class, "staging.sql");
  private static final List<String> DROPS =
      List.of(
          Sql.of(FoldStore.class, "drop-signals.sql"), Sql.of(FoldStore.class, "drop-values.sql"));
  private static final List<String> MERGES =
      List.of(
          Sql.of(FoldStore.class, "merge-values.sql"),
          Sql.of(FoldStore.class, "merge-signals.sql"));

  /** What the fold finds, as an array parameter; other signals are no matter of it. */
  private static final String KINDS =
      Arrays.stream(SignalKind.values())
          .filter(SignalKind::folded)
          .map(SignalKind::code)
          .collect(Collectors.joining(",", "{", "}"));

  private final JdbcClient jdbc;
  private final Copy copy;
  private final ObjectMapper json;

  FoldStore(JdbcClient jdbc, Copy copy, ObjectMapper json) {
    this.jdbc = jdbc;
    this.copy = copy;
    this.json = json;
  }

  /** The number of values and signals written or taken away. */
  long store(FoldScope scope, List<Folded> found) {
    jdbc.sql(STAGING).update();
    copy.in("copy folded_value from stdin (format binary)", values(found));
    copy.in("copy folded_signal from stdin (format binary)", signals(found));
    return drop(scope) + MERGES.stream().mapToLong(merge -> jdbc.sql(merge).update()).sum();
  }

  private long drop(FoldScope scope) {
    return DROPS.stream()
        .mapToLong(
            drop ->
                jdbc.sql(drop)
                    .param("from", scope.range().from())
                    .param("until", scope.range().until())
                    .param("ids", scope.ids())
                    .param("kinds", KINDS)
                    .update())
        .sum();
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
