package dev.winback.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of which customers a signal would show that does not show now, and the other way round. */
final class ComparedSigns {

  private final Map<SignalKind, Dearest> more = new EnumMap<>(SignalKind.class);
  private final Map<SignalKind, Dearest> fewer = new EnumMap<>(SignalKind.class);

  void see(Simulation.Change who, Set<SignalKind> before, Set<SignalKind> then) {
    note(more, who, then, before);
    note(fewer, who, before, then);
  }

  private static void note(
      Map<SignalKind, Dearest> noted,
      Simulation.Change who,
      Set<SignalKind> in,
      Set<SignalKind> out) {
    for (var kind : in) {
      if (!out.contains(kind)) {
        noted.computeIfAbsent(kind, k -> new Dearest(Simulation.NAMED)).add(who);
      }
    }
  }

  /** In the order of the kinds, those that would show before those that would not. */
  List<Simulation.Sign> all() {
    var signs = new ArrayList<Simulation.Sign>();
    for (var kind : SignalKind.values()) {
      for (boolean shown : Arrays.asList(true, false)) {
        var who = (shown ? more : fewer).get(kind);
        if (who != null) {
          signs.add(new Simulation.Sign(kind, shown, who.count(), who.all()));
        }
      }
    }
    return signs;
  }
}
