package dev.winback.signal;

import dev.winback.customer.CustomerId;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * All that is said of the signs of customers, a line each: kind, days, figures, sentence. Once as a
 * fold has just seen them and once as they are shown to a person.
 */
@Component
class SaidOfSigns {

  private final Signals signals;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final TransactionTemplate transaction;

  SaidOfSigns(
      Signals signals, JdbcClient jdbc, ObjectMapper json, TransactionTemplate transaction) {
    this.signals = signals;
    this.jdbc = jdbc;
    this.json = json;
    this.transaction = transaction;
  }

  Set<String> seen(List<Folded> folded, LocalDate day) {
    var said = new TreeSet<String>();
    for (var one : folded) {
      for (var evidence : one.signals()) {
        said.add(seen(one.history(), evidence, day));
      }
    }
    return said;
  }

  private String seen(History history, Evidence evidence, LocalDate day) {
    var figures = Figures.text(evidence.figures());
    var sign =
        Sentences.signal(
            evidence.kind(),
            evidence.since(),
            evidence.lostFrom() == null,
            history.neverBought() ? null : history.last().day(),
            day,
            json.readValue(figures, new TypeReference<>() {}));
    return line(history.customer(), sign, evidence.lostFrom(), figures);
  }

  private static String line(
      long customer, Signal sign, @Nullable LocalDate lostFrom, String figures) {
    return "%d %s since %s, lost from %s, weak %s: %s %s"
        .formatted(
            customer,
            sign.kind().code(),
            sign.since(),
            lostFrom,
            sign.weak(),
            figures,
            sign.sentence());
  }

  private record Row(long customer, String kind, @Nullable LocalDate lostFrom, String figures) {}

  /** What the night has stored, read as a page reads it. */
  Set<String> shown() {
    var rows =
        jdbc.sql(
                "select customer_id as customer, kind, lost_from, evidence::text as figures from signal")
            .query(Row.class)
            .list();
    var customers = new HashSet<CustomerId>();
    rows.forEach(row -> customers.add(new CustomerId(row.customer())));
    var read = transaction.execute(status -> signals.of(customers));
    var said = new TreeSet<String>();
    for (var row : rows) {
      read.get(new CustomerId(row.customer())).stream()
          .filter(sign -> sign.kind().folded() && sign.kind().code().equals(row.kind()))
          .forEach(sign -> said.add(line(row.customer(), sign, row.lostFrom(), row.figures())));
    }
    return said;
  }
}
