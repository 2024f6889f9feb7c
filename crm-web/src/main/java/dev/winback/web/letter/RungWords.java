package dev.winback.web.letter;

import dev.winback.letter.Judgement;
import dev.winback.letter.Rung;
import dev.winback.letter.RungChannel;
import dev.winback.letter.RungUnit;
import dev.winback.web.layout.ReasonWords;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A rung in words, in the request's language. */
@Component
public class RungWords {

  private final Wording wording;
  private final ReasonWords reasons;
  private final Shown shown;

  RungWords(Wording wording, ReasonWords reasons, Shown shown) {
    this.wording = wording;
    this.reasons = reasons;
    this.shown = shown;
  }

  /** Moment and offer; the letters beside the ladder have names. */
  public String title(Rung rung) {
    return rung.number() <= 0
        ? wording.of("letter.name." + rung.number())
        : wording.of("letter.rung.title", moment(rung), offer(rung));
  }

  public String moment(Rung rung) {
    var terms = rung.terms();
    if (terms.unit() == RungUnit.DAYS) {
      return wording.of("letter.moment.days", Objects.requireNonNullElse(rung.days(), 0));
    }
    var amount = Objects.requireNonNullElse(terms.amount(), BigDecimal.ONE);
    return wording.of("letter.moment." + terms.unit().code(), amount);
  }

  public String offer(Rung rung) {
    var gives = rung.terms().gives();
    if (gives == null) {
      return rung.percent() == 0
          ? wording.of("letter.offer.none")
          : wording.of("letter.offer.percent", rung.percent());
    }
    return rung.percent() == 0
        ? gives
        : wording.of("letter.offer.percent", rung.percent()) + " + " + gives;
  }

  /** Why a customer does not get the letter, and until when if that ends by itself. */
  public String because(Judgement row) {
    var because = row.because();
    if (because == null) {
      return "";
    }
    var reason = wording.of("letter.reason." + because.code());
    return row.until() == null
        ? reason
        : wording.of("letter.dry-run.until", reason, shown.day(row.until()));
  }

  /** Whom it is for, if not everybody. */
  public String whom(Rung rung) {
    var terms = rung.terms();
    var parts = new ArrayList<String>();
    if (!terms.classes().isEmpty()) {
      parts.add(wording.of("letter.whom.classes", String.join(", ", terms.classes().split(""))));
    }
    terms.reasons().forEach(code -> parts.add(reason(code)));
    if (terms.channel() != RungChannel.OPEN) {
      parts.add(wording.of("letter.whom.channel." + terms.channel().code()));
    }
    return String.join(" · ", parts);
  }

  private String reason(String code) {
    return reasons.find(code) == null ? wording.orCode("reason.branch.", code) : reasons.of(code);
  }
}
