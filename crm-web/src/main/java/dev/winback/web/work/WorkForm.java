package dev.winback.web.work;

import dev.winback.shared.Refused;
import dev.winback.task.WorkSettings;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The numbers of the work as somebody typed them. */
record WorkForm(
    @Nullable String planA,
    @Nullable String planB,
    @Nullable String planOther,
    @Nullable String letterDays,
    @Nullable String incentivePercent,
    @Nullable String opens,
    @Nullable String closes,
    @Nullable String callFrom,
    @Nullable String callUntil) {

  static WorkForm of(WorkSettings now) {
    return new WorkForm(
        "" + now.planA(),
        "" + now.planB(),
        "" + now.planOther(),
        "" + now.letterDays(),
        now.incentivePercent().toPlainString(),
        now.opens().toString(),
        now.closes().toString(),
        now.callFrom().toString(),
        now.callUntil().toString());
  }

  WorkSettings settings() {
    return new WorkSettings(
        whole("planA", planA),
        whole("planB", planB),
        whole("planOther", planOther),
        whole("letterDays", letterDays),
        decimal("incentivePercent", incentivePercent),
        time("opens", opens),
        time("closes", closes),
        time("callFrom", callFrom),
        time("callUntil", callUntil));
  }

  private static int whole(String field, @Nullable String text) {
    return typed(text).matches("\\d{1,4}") ? Integer.parseInt(typed(text)) : wrong(field, text);
  }

  private static BigDecimal decimal(String field, @Nullable String text) {
    var given = typed(text).replace(',', '.');
    return given.matches("\\d{1,4}(\\.\\d{1,2})?") ? new BigDecimal(given) : wrong(field, text);
  }

  private static LocalTime time(String field, @Nullable String text) {
    try {
      return LocalTime.parse(typed(text));
    } catch (DateTimeException notATime) {
      return wrong(field, text);
    }
  }

  private static String typed(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static <T> T wrong(String field, @Nullable String text) {
    throw Refused.field(field, "work.refused.value", typed(text));
  }
}
