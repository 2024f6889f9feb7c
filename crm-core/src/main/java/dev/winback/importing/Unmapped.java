package dev.winback.importing;

import java.util.HashSet;

/** What nobody mapped of a customer: it is kept under the file's own name for it. */
final class Unmapped {

  private Unmapped() {}

  static void tell(Translation said, Cells cells, MappedFormat format) {
    var mapped = new HashSet<String>();
    format.mapping().columns().values().forEach(theirs -> mapped.add(Header.plain(theirs)));
    MappedBuyer.columns(format.type()).forEach(ours -> mapped.remove(format.from(ours)));
    for (var column : format.header().columns().keySet()) {
      if (!mapped.contains(column) && !format.type().knows(column)) {
        said.sayIfTold(column, format.filled(cells, column), column);
      }
    }
  }
}
