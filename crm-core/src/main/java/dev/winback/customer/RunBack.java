package dev.winback.customer;

import java.util.Collection;
import java.util.List;

/** A run that is taken back, and others that are so already: what they told does not come back. */
public record RunBack(long run, Collection<Long> others) {

  public RunBack(long run) {
    this(run, List.of());
  }

  Long[] gone() {
    return others.toArray(Long[]::new);
  }
}
