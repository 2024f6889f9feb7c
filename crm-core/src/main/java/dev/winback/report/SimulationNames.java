package dev.winback.report;

import dev.winback.shared.Sql;
import dev.winback.signal.Simulation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who stands behind the keys of a simulation. */
@Service
@Transactional(readOnly = true)
public class SimulationNames {

  private static final String NAMES = Sql.of(SimulationNames.class, "names.sql");

  private final JdbcClient jdbc;

  SimulationNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Name(
      long id, String ref, String name, @Nullable String city, @Nullable String owner) {}

  /** The same customers in the same order; who does not exist any more is left out. */
  public List<SimulationRow> of(List<Simulation.Change> changes) {
    var names = names(changes);
    return changes.stream().map(change -> row(names, change)).filter(Objects::nonNull).toList();
  }

  private Map<Long, Name> names(List<Simulation.Change> changes) {
    var names = new HashMap<Long, Name>();
    jdbc.sql(NAMES)
        .param("ids", Sql.array(changes, Simulation.Change::customer))
        .query(Name.class)
        .list()
        .forEach(name -> names.put(name.id(), name));
    return names;
  }

  private static @Nullable SimulationRow row(Map<Long, Name> names, Simulation.Change change) {
    var who = names.get(change.customer());
    return who == null
        ? null
        : new SimulationRow(who.ref(), who.name(), who.city(), who.owner(), change.money());
  }
}
