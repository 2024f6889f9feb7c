package dev.winback.worth;

import dev.winback.customer.CustomerId;
import dev.winback.signal.Signals;
import dev.winback.value.Values;
import dev.winback.value.Worth;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What may be expected of customers if nothing is done, as of the last night, in margin. */
@Service
@Transactional(readOnly = true)
public class Expectations {

  private final Values values;
  private final Signals signals;
  private final Costs costs;

  Expectations(Values values, Signals signals, Costs costs) {
    this.values = values;
    this.signals = signals;
    this.costs = costs;
  }

  /** Who never bought is not in the map, and nobody as long as there is no model. */
  public Map<CustomerId, Worth> of(Set<CustomerId> customers) {
    return values.of(customers, signals.asOf(), costs.settings().terms());
  }
}
