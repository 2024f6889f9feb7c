package dev.winback.customer;

import dev.winback.shared.Copy;
import dev.winback.shared.Settings;
import dev.winback.shared.Stages;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the intake of a table of facts; every kind of fact goes the same way. */
@Component
public class Intakes {

  private final JdbcClient jdbc;
  private final Stages stages;
  private final Copy copy;
  private final Customers customers;
  private final Settings settings;

  Intakes(JdbcClient jdbc, Stages stages, Copy copy, Customers customers, Settings settings) {
    this.jdbc = jdbc;
    this.stages = stages;
    this.copy = copy;
    this.customers = customers;
    this.settings = settings;
  }

  /** The customers touched are told within the transaction that touched them. */
  public <T extends Fact> FactIntake<T> of(FactTable<T> table, Consumer<Set<CustomerId>> recorded) {
    return new FactMerge<>(
        table, new FactMerge.Tools(jdbc, stages, copy, customers, settings), recorded);
  }
}
