package dev.winback.signal;

import dev.winback.value.BuyingModel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rules of the fold, made for one kind of customer; without a model where there is none. */
record Rules(String firmCurrency, @Nullable BuyingModel model) {

  List<Rule> of(Limits limits, String kind) {
    return Stream.<Rule>of(
            new Silent(limits),
            new Late(limits, ModelPatience.of(limits, kind, model)),
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
