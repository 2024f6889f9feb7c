package dev.winback.importing;

import dev.winback.shared.Stages.Overtaken;
import java.util.List;
import java.util.Optional;

/**
 * Why rows come back in which nothing is wrong by itself: another row, an erased person, what is
 * stored.
 */
record LateReasons(Format format, Values values) {

  BadCell of(List<RawRow> fact, ImportType type, Overtaken line) {
    var entry =
        format.translate(fact, values).stream().filter(one -> one.type() == type).findFirst();
    var bad =
        switch ((int) Math.min(1, line.laterLine())) {
          case 0 -> new BadCell("customer", "erased");
          case -1 -> new BadCell("aliases", "alias-taken");
          case -2 -> AfterEnd.of(type, time(entry), line, values.clock().getZone());
          default -> new BadCell(type.ownId(), ProblemFilter.OVERTAKEN, line.laterLine());
        };
    var column = String.valueOf(bad.column());
    return bad.in(entry.map(one -> one.written(column)).orElse(column));
  }

  private static String time(Optional<Entry> entry) {
    return entry.map(one -> one.cells().require("time")).orElse("");
  }
}
