package dev.winback.web.report;

import dev.winback.report.LossBands;
import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Where the bands of the loss rate begin as somebody typed them. */
record LossBandForm(
    @Nullable String normal,
    @Nullable String watch,
    @Nullable String act,
    @Nullable String strategy) {

  static LossBandForm of(LossBands bands) {
    return new LossBandForm(
        "" + bands.normal(), "" + bands.watch(), "" + bands.act(), "" + bands.strategy());
  }

  LossBands bands() {
    return new LossBands(
        whole("normal", normal),
        whole("watch", watch),
        whole("act", act),
        whole("strategy", strategy));
  }

  private static int whole(String field, @Nullable String text) {
    var typed = text == null ? "" : text.strip();
    if (!typed.matches("\\d{1,3}")) {
      throw Refused.field(field, "work.refused.value", typed);
    }
    return Integer.parseInt(typed);
  }
}
