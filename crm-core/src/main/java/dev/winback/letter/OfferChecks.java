package dev.winback.letter;

import static dev.winback.letter.LetterCheck.Light.AMBER;
import static dev.winback.letter.LetterCheck.Light.GREEN;
import static dev.winback.letter.LetterCheck.Light.RED;

import dev.winback.letter.LetterCheck.Light;
import dev.winback.letter.LetterCheck.Part;
import dev.winback.shared.Sentence;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Whether the words of a letter speak of what its rung gives, and of nothing else. */
final class OfferChecks {

  private static final Set<Variable> OFFERS =
      EnumSet.of(Variable.PERCENT, Variable.OFFER, Variable.COUPON, Variable.VALID_UNTIL);

  private OfferChecks() {}

  /**
   * A coupon that the letter does not name cannot be used; what is not there must not be promised.
   */
  static LetterCheck offer(Rung rung, LetterTemplate letter, Set<Variable> used) {
    var named = named(rung, letter, used);
    var gift = Objects.requireNonNullElse(rung.terms().gives(), "");
    return TypedTerms.otherPercent(letter, rung.percent())
        .filter(typed -> named.light() == GREEN && !gift.contains(typed))
        .map(typed -> said(AMBER, "typed", typed, rung.percent()))
        .orElse(named);
  }

  private static LetterCheck named(Rung rung, LetterTemplate letter, Set<Variable> used) {
    if (!rung.hasOffer()) {
      boolean promises = used.stream().anyMatch(OFFERS::contains);
      return promises ? said(RED, "empty") : said(GREEN, "none");
    }
    if (!used.contains(Variable.COUPON)) {
      return LetterCheck.of(Part.OFFER, RED);
    }
    if (rung.percent() == 0 && used.contains(Variable.PERCENT)) {
      return said(RED, "percent");
    }
    var gift = rung.terms().gives();
    if (gift == null || used.contains(Variable.OFFER) || tells(letter, gift)) {
      return LetterCheck.of(Part.OFFER, GREEN);
    }
    return said(AMBER, "gift", gift);
  }

  private static LetterCheck said(Light light, String why, Object... figures) {
    return new LetterCheck(Part.OFFER, light, Sentence.of("letter.check.offer." + why, figures));
  }

  /** Words in another language tell it in theirs, which nobody can check: this light only warns. */
  private static boolean tells(LetterTemplate letter, String gift) {
    return letter.texts().stream()
        .anyMatch(
            text ->
                text.getValue().toLowerCase(Locale.ROOT).contains(gift.toLowerCase(Locale.ROOT)));
  }

  static LetterCheck deadline(
      Rung rung, LetterTemplate letter, Set<Variable> used, LocalDate today) {
    var past = TypedTerms.past(letter, today);
    if (past.isPresent()) {
      var why = Sentence.of("letter.check.deadline.past", past.get());
      return new LetterCheck(Part.DEADLINE, AMBER, why);
    }
    if (!rung.hasOffer()) {
      return new LetterCheck(Part.DEADLINE, GREEN, Sentence.of("letter.check.deadline.none"));
    }
    boolean good = rung.couponDays() >= Rung.COUPON_DAYS && used.contains(Variable.VALID_UNTIL);
    return LetterCheck.of(Part.DEADLINE, good ? GREEN : AMBER, rung.couponDays(), Rung.COUPON_DAYS);
  }
}
