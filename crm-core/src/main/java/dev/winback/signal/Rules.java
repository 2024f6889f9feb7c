package dev.winback.signal;

import java.util.List;
import java.util.stream.Stream;

/** All rules of the fold, made for the limits of one kind of customer. */
final class Rules {

  private final String firmCurrency;

  Rules(String firmCurrency) {
    this.firmCurrency = firmCurrency;
  }

  List<Rule> of(Limits limits) {
    return Stream.<Rule>of(
            new Silent(limits),
            new Late(limits, new OwnGap(limits)),
            new MaxGap(limits),
            new NoRequests(limits),
            new RequestsWithoutPurchase(limits),
            new Unresponsive(limits),
            new VolumeDrop(limits, firmCurrency),
            new LeftCart(limits),
            new Ended(),
            new OpenComplaint(limits),
            new RiskyMoment(limits))
        .filter(rule -> !limits.off().contains(rule.kind()))
        .toList();
  }
}
