package dev.winback.importing;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.Customers;
import dev.winback.customer.EndedBefore;
import dev.winback.customer.Fact;
import dev.winback.customer.Named;
import dev.winback.shared.Sentence;
import dev.winback.shared.Stages.Overtaken;
import dev.winback.shared.Tally;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facts that another system sends one by one or in arrays, under the columns and the checks of
 * files; all of a call is stored or nothing.
 */
@Service
@Transactional
public class Facts {

  private final Kinds kinds;
  private final Customers customers;
  private final ValueReading reading;
  private final Answered answered;

  Facts(Kinds kinds, Customers customers, ValueReading reading, Answered answered) {
    this.kinds = kinds;
    this.customers = customers;
    this.reading = reading;
    this.answered = answered;
  }

  /** The key, if any, makes the same call twice one call. */
  public Tally record(
      ImportType type, List<Map<String, String>> rows, @Nullable String key, Actor actor) {
    actor.require(Permission.IMPORT);
    return answered.once(key, type, rows, actor, () -> record(kinds.of(type), rows));
  }

  /**
   * What a connected shop said; its signature stands for the permission. Of several versions of one
   * thing the newest is taken.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Tally heard(ImportType type, List<Map<String, String>> rows) {
    return heard(kinds.of(type), rows);
  }

  private <T> Tally heard(Kind<T> kind, List<Map<String, String>> rows) {
    return kind.intake().record(read(kind, rows, false));
  }

  private <T> Tally record(Kind<T> kind, List<Map<String, String>> rows) {
    var read = read(kind, rows, true);
    try {
      return kind.intake().record(read);
    } catch (EndedBefore ended) {
      throw new RowsRefused(
          ended.lines().stream().map(line -> problem(kind.type(), rows, line)).toList());
    }
  }

  private RowsRefused.Problem problem(
      ImportType type, List<Map<String, String>> rows, Overtaken line) {
    int index = (int) line.line() - 1;
    var time = cells(type, index, rows.get(index)).require("time");
    return problem(index, AfterEnd.of(type, time, line, reading.zone()));
  }

  private <T> List<T> read(Kind<T> kind, List<Map<String, String>> rows, boolean eachOnce) {
    var values = reading.values(Notation.OURS);
    var problems = new ArrayList<RowsRefused.Problem>();
    var read = new ArrayList<T>();
    var seen = new HashMap<String, Map<String, String>>();
    for (int i = 0; i < rows.size(); i++) {
      try {
        var row = kind.read(cells(kind.type(), i, rows.get(i)), values);
        if (eachOnce) {
          requireOnce(row, rows.get(i), seen);
        }
        read.add(row);
      } catch (BadCell bad) {
        problems.add(problem(i, bad));
      }
    }
    refuse(problems.isEmpty() ? erased(kind.type(), read) : problems);
    return read;
  }

  private static void refuse(List<RowsRefused.Problem> problems) {
    if (!problems.isEmpty()) {
      throw new RowsRefused(problems);
    }
  }

  private static void requireOnce(
      Object row, Map<String, String> said, Map<String, Map<String, String>> seen) {
    var key =
        row instanceof Fact fact ? fact.source() + "\u001f" + fact.externalId() : customer(row);
    var other = seen.putIfAbsent(key, said);
    if (other != null && !other.equals(said)) {
      throw new BadCell(null, "twice");
    }
  }

  private static String customer(Object row) {
    return row instanceof Fact fact ? fact.customer() : ((CustomerEntry) row).ref();
  }

  /** Only a purchase of a later day brings somebody back who was erased. */
  private List<RowsRefused.Problem> erased(ImportType type, List<?> rows) {
    var named = rows.stream().map(Facts::named).toList();
    return customers.erased(named, type == ImportType.PURCHASES).stream()
        .sorted()
        .map(i -> problem(i, new BadCell("customer", "erased")))
        .toList();
  }

  private static Named named(Object row) {
    return row instanceof Fact fact
        ? new Named(fact.customer(), fact.time())
        : new Named(customer(row), ((CustomerEntry) row).toldAt());
  }

  private static Cells cells(ImportType type, int index, Map<String, String> row) {
    var columns = new HashMap<String, Integer>();
    var values = new ArrayList<String>();
    row.forEach(
        (name, value) -> {
          var column = name.strip().toLowerCase(Locale.ROOT);
          if (!type.knows(column)) {
            throw new BadCell(column, "unknown-field");
          }
          if (columns.put(column, values.size()) != null) {
            throw new BadCell(column, "field-twice");
          }
          values.add(value);
        });
    return new Cells(index + 1, columns, values).checked();
  }

  private static RowsRefused.Problem problem(int index, BadCell bad) {
    return new RowsRefused.Problem(
        index,
        bad.column(),
        bad.code(),
        new Sentence("importing.error." + bad.code(), bad.figures()));
  }
}
