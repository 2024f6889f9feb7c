package dev.winback.signal;

import dev.winback.shared.BinaryColumns;
import dev.winback.shared.BinaryRows;
import dev.winback.shared.Copy;
import dev.winback.shared.Sql;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores what the fold found: what is stored streams past and is compared, and only what differs
 * goes by COPY into staging and by a merge into the tables. A quiet night writes nothing.
 */
@Component
class FoldStore {

  private static final String STAGING = Sql.of(FoldStore.class, "staging.sql");
  private static final String STORED_VALUES = Sql.of(FoldStore.class, "stored-values.sql");
  private static final String STORED_SIGNALS = Sql.of(FoldStore.class, "stored-signals.sql");
  private static final String DROP_SIGNALS = Sql.of(FoldStore.class, "drop-signals.sql");
  private static final String DROP_VALUES = Sql.of(FoldStore.class, "drop-values.sql");
  private static final String MERGE_VALUES = Sql.of(FoldStore.class, "merge-values.sql");
  private static final String MERGE_SIGNALS = Sql.of(FoldStore.class, "merge-signals.sql");

  private static final int VALUE_FIELDS = 9;
  private static final int SIGNAL_FIELDS = 3;

  /** What a pass looks for: other signals that are stored are no matter of it. */
  static final String ALL = kinds(SignalKind::folded);

  private static final String OF_VIPS = kinds(SignalKind::ofVips);
  private static final String OF_HISTORIES = kinds(kind -> kind.folded() && !kind.ofVips());

  private final JdbcClient jdbc;
  private final Copy copy;

  FoldStore(JdbcClient jdbc, Copy copy) {
    this.jdbc = jdbc;
    this.copy = copy;
  }

  /** As an array parameter. */
  private static String kinds(Predicate<SignalKind> looked) {
    var kinds = Arrays.stream(SignalKind.values()).filter(looked).toList();
    return Sql.array(kinds, SignalKind::code);
  }

  /** All that was found; the number of values and signals written or taken away. */
  long store(FoldScope scope, List<Folded> found) {
    return storeValues(scope, found) + storeSignals(scope, found, ALL);
  }

  /** As long as nobody knows how these customers stand with the list of VIPs. */
  long storeWithoutVips(FoldScope scope, List<Folded> found) {
    return storeValues(scope, found) + storeSignals(scope, found, OF_HISTORIES);
  }

  /** What their standing with the list of VIPs shows. */
  long storeVips(FoldScope scope, List<Folded> found) {
    return storeSignals(scope, found, OF_VIPS);
  }

  private long storeValues(FoldScope scope, List<Folded> found) {
    var differing = new Differing<Long, Folded>(FoldStore::valueOf, FoldStore::value);
    for (var folded : found) {
      if (folded.value() != null) {
        differing.found(folded.history().customer(), folded);
      }
    }
    copy.out(STORED_VALUES.replace(":customers", scope.condition()), c -> values(c, differing));
    return dropValues(differing.gone())
        + merge(differing, "copy folded_value from stdin (format binary)", MERGE_VALUES);
  }

  private static void values(BinaryColumns columns, Differing<Long, Folded> differing)
      throws SQLException {
    while (columns.next()) {
      differing.stored(columns.bigint(), columns, VALUE_FIELDS);
    }
  }

  private static void valueOf(Folded folded, BinaryRows rows) {
    rows.row(VALUE_FIELDS + 1).bigint(folded.history().customer());
  }

  private static void value(Folded folded, BinaryRows rows) {
    var history = folded.history();
    var value = Objects.requireNonNull(folded.value());
    rows.integer(history.purchases().size()).integer(history.visits());
    rows.date(history.first().day()).date(history.last().day());
    rows.money(value.rhythm()).money(value.revenue());
    rows.money(value.year()).money(value.repeatMean()).text(value.currency());
  }

  /** The place of a signal: one of a kind for each customer. */
  private record Place(long customer, String kind) {}

  private record Shown(long customer, Evidence evidence) {}

  private long storeSignals(FoldScope scope, List<Folded> found, String kinds) {
    var differing = new Differing<Place, Shown>(FoldStore::signalOf, FoldStore::signal);
    for (var folded : found) {
      long customer = folded.history().customer();
      for (var evidence : folded.signals()) {
        var place = new Place(customer, evidence.kind().code());
        differing.found(place, new Shown(customer, evidence));
      }
    }
    var stored = STORED_SIGNALS.replace(":customers", scope.condition()).replace(":kinds", kinds);
    copy.out(stored, columns -> signals(columns, differing));
    return dropSignals(differing.gone())
        + merge(differing, "copy folded_signal from stdin (format binary)", MERGE_SIGNALS);
  }

  private static void signals(BinaryColumns columns, Differing<Place, Shown> differing)
      throws SQLException {
    var kind = "";
    while (columns.next()) {
      long customer = columns.bigint();
      kind = columns.text(kind);
      differing.stored(new Place(customer, kind), columns, SIGNAL_FIELDS);
    }
  }

  private static void signalOf(Shown shown, BinaryRows rows) {
    rows.row(SIGNAL_FIELDS + 2).bigint(shown.customer()).text(shown.evidence().kind().code());
  }

  private static void signal(Shown shown, BinaryRows rows) {
    var evidence = shown.evidence();
    rows.date(evidence.since()).date(evidence.lostFrom());
    rows.json(Figures.text(evidence.figures()));
  }

  private int dropValues(Collection<Long> gone) {
    return gone.isEmpty() ? 0 : jdbc.sql(DROP_VALUES).param("customers", Sql.array(gone)).update();
  }

  private int dropSignals(Collection<Place> gone) {
    return gone.isEmpty()
        ? 0
        : jdbc.sql(DROP_SIGNALS)
            .param("customers", Sql.array(gone, Place::customer))
            .param("kinds", Sql.array(gone, Place::kind))
            .update();
  }

  private int merge(Differing<?, ?> differing, String copyStatement, String merge) {
    var rows = differing.rows();
    if (rows.none()) {
      return 0;
    }
    jdbc.sql(STAGING).update();
    copy.in(copyStatement, rows);
    return jdbc.sql(merge).update();
  }
}
