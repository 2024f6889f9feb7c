package dev.winback.signal;

import dev.winback.value.Buying;
import dev.winback.value.BuyingModel;
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

  @Override
  public Verdict of(History history) {
    return history.gaps() == 0 ? ofKind(history) : ofHisOwn(history);
  }

  private Verdict ofKind(History history) {
    var kind = this.kind.isEmpty() ? null : this.kind;
    int late = model.firstGapDays(kind, limits.lateShare().doubleValue());
    int lost = model.firstGapDays(kind, limits.lostShare().doubleValue());
    return verdict(history, late, lost, figures("kind", history, late));
  }

  private Verdict ofHisOwn(History history) {
    double weeks = history.span() / Buying.WEEK;
    int late = late(history, weeks);
    long lost =
        Math.max(
            model.lateDays(history.gaps(), weeks, limits.lostShare().doubleValue()),
            OwnGap.times(limits.lostTimes(), history, RoundingMode.CEILING));
    return verdict(history, late, lost, figures("model", history, late));
  }

  /** Who came back from a loss is late sooner (science.md: q = 0.20). */
  private int late(History history, double weeks) {
    int usual = model.lateDays(history.gaps(), weeks, limits.lateShare().doubleValue());
    var fragile = history.traits().fragile();
    if (fragile == null) {
      return usual;
    }
    int sooner = model.lateDays(history.gaps(), weeks, fragile.lateShare().doubleValue());
    return fragile.lateDays(history.last().day(), sooner, usual);
  }

  private static Verdict verdict(
      History history, long late, long lost, Map<String, Object> figures) {
    var last = history.last().day();
    return new Verdict(last.plusDays(late), last.plusDays(lost), figures);
  }

  private static Map<String, Object> figures(String basis, History history, int limit) {
    var figures = new LinkedHashMap<String, Object>();
    figures.put("basis", basis);
    figures.put("purchases", history.purchases().size());
    var rhythm = Value.rhythm(history);
    if (rhythm != null) {
      figures.put("rhythm", rhythm);
    }
    figures.put("limit", limit);
    return figures;
  }

  /** By the model, else by the own mean gap; a doubtful chance to buy makes no doubtful gap. */
  static Patience of(Limits limits, String kind, @Nullable BuyingModel model) {
    return model == null ? new OwnGap(limits) : new ModelPatience(limits, model, kind);
  }
}
