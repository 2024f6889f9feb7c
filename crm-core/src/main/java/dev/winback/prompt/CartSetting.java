package dev.winback.prompt;

import dev.winback.shared.Refused;

/**
 * When a cart counts as left, in minutes without a sign of life, and from then on the hours to the
 * second reminder and the days to the last one (LET-13).
 */
public record CartSetting(int idleMinutes, int nextHours, int lastDays) {

  CartSetting checked() {
    require("idleMinutes", idleMinutes, 15, 1440);
    require("nextHours", nextHours, 12, 48);
    require("lastDays", lastDays, 3, 14);
    return this;
  }

  private static void require(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw Refused.field(field, "letter.refused.range", value, least, most);
    }
  }
}
