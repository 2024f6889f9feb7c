package dev.winback.importing;

import dev.winback.request.Request;

/** Reads requests from rows. */
final class RequestColumns {

  private RequestColumns() {}

  static Request read(Cells cells, Values values) {
    return new Request(
        cells.line(),
        cells.require("customer"),
        cells.source(),
        cells.ownId(ImportType.REQUESTS),
        values.past(cells, "time"),
        cells.get("subject"),
        values.pastOrNone(cells, "answered_at"),
        cells.get("outcome"),
        values.momentOrNone(cells, "updated_at"),
        cells.given(Request.SAID));
  }
}
