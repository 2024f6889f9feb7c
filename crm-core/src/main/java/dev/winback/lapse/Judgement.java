package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Folds again, as of its opening day, each lapse whose purchases before that day have changed
 * since.
 */
@Component
class Judgement {

  private static final String SUSPECTS = Sql.of(Judgement.class, "suspects.sql");

  private final JdbcClient jdbc;
  private final Signals signals;

  Judgement(JdbcClient jdbc, Signals signals) {
    this.jdbc = jdbc;
    this.signals = signals;
  }

  /** Lapses sorted by what the facts of today say about them. */
  record Verdicts(
      List<Long> falseAlarms,
      List<Long> standing,
      List<Long> moved,
      Map<Long, LocalDate> lostFrom) {

    List<Long> all() {
      return Stream.of(falseAlarms, standing, moved).flatMap(List::stream).toList();
    }
  }

  private record Suspect(
      long id,
      CustomerId customer,
      int number,
      boolean falseAlarm,
      LocalDate openedOn,
      boolean bought,
      boolean covered) {}

  Verdicts judge(@Nullable String customers, boolean all, ZoneId zone) {
    var verdicts =
        new Verdicts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    // one day per customer and fold: first lapses first
    var rounds = new TreeMap<Integer, Map<CustomerId, Suspect>>();
    for (var suspect : suspects(customers, all, zone)) {
      rounds
          .computeIfAbsent(suspect.number(), n -> new HashMap<>())
          .put(suspect.customer(), suspect);
    }
    rounds.values().forEach(round -> judge(round, verdicts));
    return verdicts;
  }

  private void judge(Map<CustomerId, Suspect> round, Verdicts verdicts) {
    var days = new HashMap<CustomerId, LocalDate>();
    round.forEach((customer, suspect) -> days.put(customer, suspect.openedOn()));
    var lost = signals.lostFrom(days);
    for (var suspect : round.values()) {
      var from = lost.get(suspect.customer());
      boolean stands = suspect.bought() && !suspect.covered() && from != null;
      if (stands) {
        verdicts.lostFrom().put(suspect.id(), from);
      }
      var verdict = stands ? verdicts.standing() : verdicts.falseAlarms();
      (stands && !suspect.falseAlarm() ? verdicts.moved() : verdict).add(suspect.id());
    }
  }

  private List<Suspect> suspects(@Nullable String customers, boolean all, ZoneId zone) {
    return jdbc.sql(Attribution.whose(SUSPECTS, customers))
        .param("ids", customers)
        .param("all", all)
        .param("zone", zone.getId())
        .query(
            (row, n) ->
                new Suspect(
                    row.getLong("id"),
                    new CustomerId(row.getLong("customer_id")),
                    row.getInt("number"),
                    row.getString("stage").equals(Stage.FALSE_ALARM.name()),
                    row.getObject("opened_on", LocalDate.class),
                    row.getObject("day") != null,
                    row.getBoolean("covered")))
        .list();
  }
}
