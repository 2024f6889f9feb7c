package dev.winback.lapse;

import java.util.ArrayList;
import java.util.List;

/** The same as {@link LapseReassigned}, of many lapses by one sweep. */
public record LapsesReassigned(List<LapseReassigned> lapses) {

  static LapsesReassigned toNobody(Iterable<LapseId> lapses) {
    var taken = new ArrayList<LapseReassigned>();
    lapses.forEach(lapse -> taken.add(new LapseReassigned(lapse, null)));
    return new LapsesReassigned(taken);
  }
}
