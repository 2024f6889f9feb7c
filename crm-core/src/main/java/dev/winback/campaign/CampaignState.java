package dev.winback.campaign;

import java.util.Locale;

/** Where a campaign stands; each step can be taken back. */
public enum CampaignState {
  DRAFT,
  RUNNING,
  ENDED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CampaignState ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
