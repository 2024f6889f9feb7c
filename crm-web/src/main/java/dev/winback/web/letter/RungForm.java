package dev.winback.web.letter;

import dev.winback.letter.Rung;
import dev.winback.letter.RungChannel;
import dev.winback.letter.RungEdit;
import dev.winback.letter.RungTerms;
import dev.winback.letter.RungUnit;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rung's settings as a form gives them; what is left out of the terms is as for a plain rung. */
record RungForm(
    @Nullable String days,
    @Nullable String percent,
    @Nullable String couponDays,
    @Nullable String control,
    @Nullable String unit,
    @Nullable String amount,
    @Nullable List<String> classes,
    @Nullable List<String> reasons,
    @Nullable String channel,
    @Nullable String gives,
    @Nullable String offerKind,
    @Nullable String budget,
    @Nullable String quota,
    @Nullable Long version) {

  static final RungForm EMPTY =
      new RungForm(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  static RungForm of(Rung rung) {
    var terms = rung.terms();
    return new RungForm(
        text(rung.days()),
        text(rung.percent()),
        text(rung.couponDays()),
        text(rung.control()),
        terms.unit().code(),
        plain(terms.amount()),
        Arrays.stream(terms.classes().split("")).filter(c -> !c.isEmpty()).toList(),
        terms.reasons(),
        terms.channel().code(),
        terms.gives(),
        terms.offerKind(),
        plain(terms.budget()),
        text(terms.quota()),
        rung.version());
  }

  /** The same, to be put in the place of what the rung is now. */
  RungForm over(Rung now) {
    return new RungForm(
        days,
        percent,
        couponDays,
        control,
        unit,
        amount,
        classes,
        reasons,
        channel,
        gives,
        offerKind,
        budget,
        quota,
        now.version());
  }

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }

  RungEdit edit() {
    return new RungEdit(
        blank(days) ? null : whole("days", days),
        percentGiven(),
        blank(couponDays) ? 30 : whole("couponDays", couponDays),
        blank(control) ? 0 : whole("control", control),
        unit == null ? null : terms(unit),
        version);
  }

  private RungTerms terms(String inUnit) {
    var letters = new ArrayList<>(classes == null ? List.<String>of() : classes);
    return new RungTerms(
        RungUnit.ofCode(inUnit),
        blank(amount) ? null : number("amount", amount),
        String.join("", letters),
        reasons == null ? List.of() : reasons,
        RungChannel.ofCode(channel == null ? "open" : channel),
        gives,
        blank(offerKind) ? null : offerKind,
        blank(budget) ? null : number("budget", budget),
        blank(quota) ? null : whole("quota", quota));
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private int percentGiven() {
    if (blank(percent)) {
      throw Refused.field("percent", "letter.refused.percent");
    }
    return whole("percent", percent);
  }

  private static int whole(String field, @Nullable String text) {
    var typed = text == null ? "" : text.strip();
    if (!typed.matches("-?\\d{1,7}")) {
      throw Refused.field(field, "sending.refused.number", typed);
    }
    return Integer.parseInt(typed);
  }

  static BigDecimal number(String field, @Nullable String text) {
    var typed = text == null ? "" : text.strip();
    var plain = typed.replace(',', '.');
    if (!plain.matches("\\d{1,9}(\\.\\d{1,2})?")) {
      throw Refused.field(field, "letter.refused.number", typed);
    }
    return new BigDecimal(plain);
  }
}
