package dev.winback.category;

import java.util.List;

/** Where A ends by each criterion, in their order, whichever of them is the firm's (DEC-06). */
record Fronts(List<Front> fronts) {

  static final Fronts NONE = new Fronts(List.of());

  /** One bit for each criterion by which the customer is A; none for who costs money. */
  int of(Months m) {
    if (m.year(Criterion.PROFIT) < 0) {
      return 0;
    }
    int bits = 0;
    for (int i = 0; i < fronts.size(); i++) {
      var criterion = Criterion.values()[i];
      bits |= fronts.get(i).cut().takes(m.year(criterion), m.customer) ? criterion.bit() : 0;
    }
    return bits;
  }
}
