package dev.winback.importing;

import dev.winback.complaint.Complaint;
import org.jspecify.annotations.Nullable;

/** Reads complaints from rows. */
final class ComplaintColumns {

  private ComplaintColumns() {}

  private static final int WORST = 5;

  static Complaint read(Cells cells, Values values) {
    var customer = cells.require("customer");
    var time = values.past(cells, "time");
    return new Complaint(
        cells.line(),
        customer,
        cells.source(),
        cells.ownId(ImportType.COMPLAINTS),
        time,
        cells.get("text"),
        severity(cells, values),
        values.flag(cells, "human"),
        values.member(cells, "member"),
        values.pastSince(time, cells, "resolved_at"),
        values.flag(cells, "satisfied"),
        Versions.of(cells, values),
        cells.given(Complaint.SAID));
  }

  private static @Nullable Integer severity(Cells cells, Values values) {
    var severity = values.count(cells, "severity");
    if (severity != null && (severity < 1 || severity > WORST)) {
      throw new BadCell("severity", "range", cells.require("severity"), 1, WORST);
    }
    return severity;
  }
}
