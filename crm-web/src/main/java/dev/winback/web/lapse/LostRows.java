package dev.winback.web.lapse;

import dev.winback.lapse.Stage;
import dev.winback.report.LostRow;
import dev.winback.shared.Sentence;
import dev.winback.web.layout.Chips;
import dev.winback.web.layout.Shape.Html;
import dev.winback.web.layout.Shapes;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import dev.winback.web.offer.OfferWords;
import dev.winback.web.worth.WorthShown;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unbescape.uri.UriEscape;

/** The rows of the lost list as its page shows them, by {@code lapse/lost-row}. */
@Component
class LostRows {

  private final Shapes shapes;
  private final Chips chips;
  private final Shown shown;
  private final WorthShown worth;
  private final Wording wording;

  LostRows(Shapes shapes, Chips chips, Shown shown, WorthShown worth, Wording wording) {
    this.shapes = shapes;
    this.chips = chips;
    this.shown = shown;
    this.worth = worth;
    this.wording = wording;
  }

  /**
   * What the rows of one page have in common: why each is lost, how offers and members are called,
   * where a link leads back to, whether who looks decides, and the day of today.
   */
  record Around(
      Map<Long, Sentence> why,
      OfferWords offers,
      Map<Long, String> names,
      String from,
      boolean decides,
      LocalDate today) {}

  String html(List<LostRow> rows, Around around) {
    var page = new StringBuilder();
    for (var row : rows) {
      shapes.write(page, "lapse/lost-row", shape(row, around), words(row, around));
    }
    return page.toString();
  }

  private static Map<String, Boolean> shape(LostRow row, Around around) {
    return Map.of(
        "decides", around.decides(),
        "placed", row.city() != null,
        "weighed", row.verdict() != null,
        "gains", row.gain() != null,
        "offers", row.offer() != null,
        "costs", row.offerCost() != null,
        "asks", row.offerAsks(),
        "dated", !isPutOff(row, around) && row.nextOn() != null,
        "idle", isIdle(row, around),
        "named", name(row.assignee(), around) != null);
  }

  private static boolean isPutOff(LostRow row, Around around) {
    return row.laterUntil() != null && row.laterUntil().isAfter(around.today());
  }

  /** Somebody decided to work on it, and no next step is planned. */
  private static boolean isIdle(LostRow row, Around around) {
    return !isPutOff(row, around)
        && row.nextOn() == null
        && (row.stage() == Stage.DECIDED || row.stage() == Stage.WORKING);
  }

  private Map<String, Object> words(LostRow row, Around around) {
    var words = new HashMap<String, Object>();
    var link = "/lapses/" + row.lapse();
    var from = "?from=" + UriEscape.escapeUriQueryParam(around.from());
    words.put("lapse", row.lapse());
    words.put("name", row.name());
    words.put("city", said(row.city()));
    words.put("link", link + from);
    words.put("worth", link + "/worth" + from);
    words.put("days", row.days());
    words.put("lostBy", said(around.names().get(row.lostBy())));
    words.put("assignee", assignee(row, around));
    words.put("next", next(row, around));
    why(words, row, around.why().get(row.lapse()));
    money(words, row, around.offers());
    return words;
  }

  private void why(Map<String, Object> words, LostRow row, @Nullable Sentence why) {
    words.put("silence", new Html(chips.silence(row.silentClass())));
    words.put("why", why == null ? "" : brief(why));
    words.put("standing", new Html(chips.standing(row.stage(), row.fragile())));
    words.put("category", new Html(chips.category(row.abc(), row.xyz(), row.vip())));
  }

  /** Two lines begin with what was found; the page of the loss says the sentence whole. */
  private String brief(Sentence why) {
    return wording.of(why.key().replace("signal.late.", "lost.brief."), why.figures().toArray());
  }

  private void money(Map<String, Object> words, LostRow row, OfferWords offers) {
    var gain = row.gain();
    var chance = row.chance();
    var cost = row.offerCost();
    words.put("value", shown.whole(row.valueYear(), row.currency()));
    words.put("gain", gain == null ? verdict(row.verdict()) : worth.gain(gain));
    words.put("chance", chance == null ? "" : worth.chance(chance.doubleValue()));
    words.put("offer", row.offer() == null ? "" : offers.named(row.offer(), row.offerPercent()));
    words.put("cost", cost == null ? "" : worth.gain(cost));
  }

  private String verdict(@Nullable String code) {
    return code == null ? "" : worth.verdict(code);
  }

  /** Who works on it, or why nobody does yet. */
  private String assignee(LostRow row, Around around) {
    var name = name(row.assignee(), around);
    if (name != null) {
      return name;
    }
    var reason = row.stage().open() ? row.queueReason() : null;
    return reason == null ? "" : wording.orCode("queue.", reason);
  }

  private static @Nullable String name(@Nullable Long member, Around around) {
    return member == null ? null : around.names().get(member);
  }

  private String next(LostRow row, Around around) {
    if (isPutOff(row, around)) {
      return wording.of("lost.later", shown.day(row.laterUntil()));
    }
    if (row.nextOn() != null) {
      return shown.day(row.nextOn());
    }
    return row.stage().open() ? wording.of("lost.no-next") : "";
  }

  private static String said(@Nullable String word) {
    return word == null ? "" : word;
  }
}
