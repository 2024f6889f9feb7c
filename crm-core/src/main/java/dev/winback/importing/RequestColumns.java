package dev.winback.importing;

import dev.winback.request.Request;

/** Reads requests from rows. */
final class RequestColumns {

  private RequestColumns() {}

  static Request read(Cells cells, Values values) {
    var customer = cells.require("customer");
    var time = values.past(cells, "time");
    return new Request(
        cells.line(),
        customer,
        cells.source(),
        cells.ownId(ImportType.REQUESTS),
        time,
        cells.get("subject"),
        values.pastSince(time, cells, "answered_at"),
        cells.get("outcome"),
        Versions.of(cells, values),
        cells.given(Request.SAID));
  }
}
