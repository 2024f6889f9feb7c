package dev.winback.web.aftercare;

import dev.winback.aftercare.CareSettings;
import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of care as a form gives them. */
record CareForm(
    @Nullable String deliveryDays,
    @Nullable String secondDays,
    @Nullable String firstMonth,
    @Nullable String lastMonth,
    @Nullable String testimonialDays,
    @Nullable String lowPercent,
    @Nullable String lowDays,
    @Nullable String lateShare,
    @Nullable String contacts) {

  static CareForm of(CareSettings s) {
    return new CareForm(
        "" + s.deliveryDays(),
        "" + s.secondDays(),
        "" + s.firstMonth(),
        "" + s.lastMonth(),
        "" + s.testimonialDays(),
        "" + s.lowPercent(),
        "" + s.lowDays(),
        s.lateShare().movePointRight(2).stripTrailingZeros().toPlainString(),
        "" + s.contacts());
  }

  /** By the name of the field, in the order of the page. */
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("deliveryDays", given(deliveryDays));
    fields.put("secondDays", given(secondDays));
    fields.put("firstMonth", given(firstMonth));
    fields.put("lastMonth", given(lastMonth));
    fields.put("testimonialDays", given(testimonialDays));
    fields.put("lowPercent", given(lowPercent));
    fields.put("lowDays", given(lowDays));
    fields.put("lateShare", given(lateShare));
    fields.put("contacts", given(contacts));
    return fields;
  }

  CareSettings settings() {
    return new CareSettings(
        whole("deliveryDays", deliveryDays),
        whole("secondDays", secondDays),
        whole("firstMonth", firstMonth),
        whole("lastMonth", lastMonth),
        whole("testimonialDays", testimonialDays),
        whole("lowPercent", lowPercent),
        whole("lowDays", lowDays),
        percent(),
        whole("contacts", contacts));
  }

  private BigDecimal percent() {
    var text = given(lateShare).replace(',', '.');
    if (!text.matches("\\d{1,2}(\\.\\d)?")) {
      throw Refused.field("lateShare", "aftercare.refused.share");
    }
    return new BigDecimal(text).movePointLeft(2).setScale(3);
  }

  private static int whole(String field, @Nullable String text) {
    if (!given(text).matches("\\d{1,4}")) {
      throw Refused.field(field, "aftercare.refused.number", given(text));
    }
    return Integer.parseInt(given(text));
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
