package dev.winback.web.customer;

import dev.winback.report.CustomerRow;
import dev.winback.shared.Sentence;
import dev.winback.web.layout.Chips;
import dev.winback.web.layout.Shape.Html;
import dev.winback.web.layout.Shapes;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.unbescape.uri.UriEscape;

/** The rows of the customer list as its page shows them, by {@code customer/customer-row}. */
@Component
class CustomerListRows {

  private final Shapes shapes;
  private final Chips chips;
  private final Shown shown;
  private final Wording wording;

  CustomerListRows(Shapes shapes, Chips chips, Shown shown, Wording wording) {
    this.shapes = shapes;
    this.chips = chips;
    this.shown = shown;
    this.wording = wording;
  }

  /**
   * What the rows of one page have in common: what a signal says of each (empty: their figures are
   * shown), whether customers have kinds, and where a link leads back to.
   */
  record Around(Map<Long, Sentence> why, boolean ofKinds, String from) {}

  String html(List<CustomerRow> rows, Around around) {
    var page = new StringBuilder();
    for (var row : rows) {
      shapes.write(page, "customer/customer-row", shape(row, around), words(row, around));
    }
    return page.toString();
  }

  private static Map<String, Boolean> shape(CustomerRow row, Around around) {
    return Map.of(
        "figures", around.why().isEmpty(),
        "ofKinds", around.ofKinds(),
        "waits", waits(row));
  }

  /** No loss yet, and what it may come to. */
  private static boolean waits(CustomerRow row) {
    return row.stage() == null && row.standing() != null;
  }

  private Map<String, Object> words(CustomerRow row, Around around) {
    var words = new HashMap<String, Object>();
    var why = around.why().get(row.id());
    words.put("link", link(row, around));
    words.put("name", row.name());
    words.put("number", row.ref() + (said(row.city()).isEmpty() ? "" : " · " + row.city()));
    words.put("kind", said(row.kind()));
    words.put("why", why == null ? "" : wording.of(why));
    words.put("email", said(row.email()));
    words.put("phone", said(row.phone()));
    words.put("owner", said(row.owner()));
    money(words, row);
    words.put("category", new Html(chips.category(row.abc(), row.xyz(), row.vip())));
    words.put("standing", new Html(chips.standing(row.stage(), row.fragile())));
    words.put("stage", waits(row) ? wording.of("stage." + row.standing()) : "");
    return words;
  }

  private static String link(CustomerRow row, Around around) {
    return "/customers/%s?from=%s"
        .formatted(
            UriEscape.escapeUriPathSegment(row.ref()),
            UriEscape.escapeUriQueryParam(around.from()));
  }

  private void money(Map<String, Object> words, CustomerRow row) {
    var purchases = row.purchases();
    words.put("purchases", purchases == null ? "" : purchases);
    words.put("last", shown.day(row.lastPurchase()));
    words.put("revenue", shown.money(row.revenue(), row.currency()));
  }

  private static String said(@Nullable String word) {
    return word == null ? "" : word;
  }
}
