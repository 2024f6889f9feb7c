package dev.winback.signal;

import dev.winback.value.Buying;
import dev.winback.value.BuyingModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Patience by the model of the firm's own customers (science.md (6)): late when all but a tenth of
 * such customers would have ordered by now, lost when all but a twentieth would and the silence is
 * three of his own mean gaps (rules.md, "opening"). Who bought once has the rhythm of his kind.
 */
record ModelPatience(Limits limits, BuyingModel model, String kind) implements Patience {

  /** Days of silence after which this share of such customers would still order. */
  private record Wait(int days, BigDecimal share) {

    /** Percent of such customers who would have ordered by then. */
    BigDecimal ordered() {
      return BigDecimal.ONE.subtract(share).movePointRight(2).stripTrailingZeros();
    }
  }

  @Override
  public Verdict of(History history) {
    return history.gaps() == 0 ? ofKind(history) : ofHisOwn(history);
  }

  private Verdict ofKind(History history) {
    var kind = this.kind.isEmpty() ? null : this.kind;
    var late = new Wait(firstGapDays(kind, limits.lateShare()), limits.lateShare());
    return verdict(history, late, firstGapDays(kind, limits.lostShare()), "kind");
  }

  private int firstGapDays(@Nullable String kind, BigDecimal share) {
    return model.firstGapDays(kind, share.doubleValue());
  }

  private Verdict ofHisOwn(History history) {
    long lost =
        Math.max(
            lateDays(history, limits.lostShare()),
            OwnGap.times(limits.lostTimes(), history, RoundingMode.CEILING));
    return verdict(history, late(history), lost, "model");
  }

  /** Who came back from a loss is late sooner (science.md: q = 0.20). */
  private Wait late(History history) {
    var usual = new Wait(lateDays(history, limits.lateShare()), limits.lateShare());
    var fragile = history.traits().fragile();
    if (fragile == null) {
      return usual;
    }
    int sooner = lateDays(history, fragile.lateShare());
    int days = fragile.lateDays(history.last().day(), sooner, usual.days());
    return days < usual.days() ? new Wait(days, fragile.lateShare()) : usual;
  }

  private int lateDays(History history, BigDecimal share) {
    return model.lateDays(history.gaps(), history.span() / Buying.WEEK, share.doubleValue());
  }

  private static Verdict verdict(History history, Wait late, long lost, String basis) {
    var last = history.last().day();
    return new Verdict(
        last.plusDays(late.days()), last.plusDays(lost), figures(basis, history, late));
  }

  private static Map<String, Object> figures(String basis, History history, Wait late) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("basis", basis);
    var rhythm = Value.rhythm(history);
    if (rhythm == null) {
      figures.put("purchases", history.purchases().size());
    } else {
      figures.put("visits", history.visits());
      figures.put("rhythm", rhythm);
    }
    figures.put("limit", late.days());
    figures.put("share", late.ordered());
    return figures;
  }

  /** By the model, else by the own mean gap; a doubtful chance to buy makes no doubtful gap. */
  static Patience of(Limits limits, String kind, @Nullable BuyingModel model) {
    return model == null ? new OwnGap(limits) : new ModelPatience(limits, model, kind);
  }
}
