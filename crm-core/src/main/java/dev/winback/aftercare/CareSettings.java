package dev.winback.aftercare;

import dev.winback.shared.Refused;
import java.math.BigDecimal;

/**
 * How returned and good customers are cared for: days and months after the return, percent of the
 * former volume that is a warning after so many days, late limit q of the fragile year, open
 * contacts with good customers for each member.
 */
public record CareSettings(
    int deliveryDays,
    int secondDays,
    int firstMonth,
    int lastMonth,
    int testimonialDays,
    int lowPercent,
    int lowDays,
    BigDecimal lateShare,
    int contacts) {

  CareSettings checked() {
    require("deliveryDays", deliveryDays, 1, 90);
    require("secondDays", secondDays, 7, 365);
    require("firstMonth", firstMonth, 1, 11);
    require("lastMonth", lastMonth, firstMonth + 1, 24);
    require("testimonialDays", testimonialDays, 14, 365);
    require("lowPercent", lowPercent, 1, 99);
    require("lowDays", lowDays, 30, 365);
    require("contacts", contacts, 0, 20);
    if (lateShare.signum() <= 0 || lateShare.compareTo(new BigDecimal("0.499")) > 0) {
      throw Refused.field("lateShare", "aftercare.refused.share");
    }
    return this;
  }

  CareSettings withShare(BigDecimal share) {
    return new CareSettings(
        deliveryDays,
        secondDays,
        firstMonth,
        lastMonth,
        testimonialDays,
        lowPercent,
        lowDays,
        share,
        contacts);
  }

  private static void require(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw Refused.field(field, "aftercare.refused.range", least, most);
    }
  }
}
