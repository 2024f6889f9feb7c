package dev.winback.worth;

import dev.winback.offer.Catalogue;
import dev.winback.offer.Deal;
import dev.winback.offer.Proposal;
import java.math.BigDecimal;

/**
 * What a loss would be offered: what was granted, else what the ladder offers to whom only letters
 * reach, else what the firm's kinds and objective propose (DEC-28, DEC-29).
 */
record Offering(Catalogue catalogue, BigDecimal marginPercent, String currency) {

  Offered of(CaseRow row) {
    if (row.grantKind() != null) {
      return granted(row);
    }
    if (row.returned() != null) {
      return Offered.letter(row.percent(), null);
    }
    if (row.asked() == Channel.NONE || row.gone()) {
      return Offered.NOTHING;
    }
    return row.asked() == Channel.EMAIL ? letter(row) : proposed(row);
  }

  private Offered granted(CaseRow row) {
    var shape = catalogue.kind(row.grantKind()).orElseThrow().shape();
    int percent = row.grantPercent() == null ? 0 : row.grantPercent();
    return new Offered(row.grantKind(), shape, percent, row.grantCost(), false);
  }

  private Offered letter(CaseRow row) {
    var order = row.order(currency);
    var percent = BigDecimal.valueOf(row.percent());
    return Offered.letter(row.percent(), order == null ? null : Deal.ofOrder(order, percent));
  }

  private Offered proposed(CaseRow row) {
    return catalogue
        .propose(row.problem(), row.reason(), row.order(currency), marginPercent)
        .map(Offering::offered)
        .orElse(Offered.NOTHING);
  }

  private static Offered offered(Proposal p) {
    return new Offered(p.kind(), p.shape(), p.percent(), p.cost(), p.asks());
  }
}
