package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for values that are missing over everybody a rung will write to. */
@Component
class TargetList {

  private static final String LIST = Sql.of(TargetList.class, "target-list.sql");
  private static final int EXAMPLES = 3;

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Settings settings;

  TargetList(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  private static final class Tally {
    long missing;
    final List<MissingValues.Who> examples = new ArrayList<>();
  }

  MissingValues missing(int rung, LetterTemplate letter, LetterContent.Firm firm) {
    var tallies = new EnumMap<Variable, Tally>(Variable.class);
    letter.texts().stream()
        .flatMap(text -> Variable.namesIn(text.getValue()).stream())
        .flatMap(name -> Variable.ofCode(name).stream())
        .filter(Variable::mayBeMissing)
        .forEach(variable -> tallies.put(variable, new Tally()));
    var list =
        jdbc.sql(LIST)
            .param("rung", rung)
            .param("until", clock.today().plusDays(Rungs.SOON))
            .withFetchSize(500)
            .query((row, nr) -> counted(row, tallies, firm));
    long customers;
    try (var rows = list.stream()) {
      customers = rows.mapToLong(one -> one).sum();
    }
    return new MissingValues(customers, lines(tallies, letter));
  }

  private int counted(ResultSet row, Map<Variable, Tally> tallies, LetterContent.Firm firm)
      throws SQLException {
    var known = addressee(row).values(firm);
    var who = new MissingValues.Who(row.getString("ref"), row.getString("display_name"));
    tallies.forEach(
        (variable, tally) -> {
          if (known.getOrDefault(variable.code(), "").isEmpty()) {
            tally.missing++;
            if (tally.examples.size() < EXAMPLES) {
              tally.examples.add(who);
            }
          }
        });
    return 1;
  }

  private Addressee addressee(ResultSet row) throws SQLException {
    var bought = row.getObject("last_purchase_at", OffsetDateTime.class);
    return new Addressee(
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("name"),
        row.getString("company"),
        bought == null ? null : bought.toInstant(),
        row.getString("goods"),
        row.getObject("silent_since", LocalDate.class),
        row.getString("responsible"),
        0,
        null,
        null,
        null,
        clock.today(),
        settings.firmZone(),
        Locale.ENGLISH);
  }

  private static List<MissingValues.Line> lines(
      Map<Variable, Tally> tallies, LetterTemplate letter) {
    return tallies.entrySet().stream()
        .map(
            e ->
                new MissingValues.Line(
                    e.getKey(),
                    e.getValue().missing,
                    letter.fallbacks().getOrDefault(e.getKey().code(), ""),
                    List.copyOf(e.getValue().examples)))
        .toList();
  }
}
