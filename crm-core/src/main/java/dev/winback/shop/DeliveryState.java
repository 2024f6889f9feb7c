package dev.winback.shop;

import java.util.Locale;

/** How far a delivery went; a refused one waits for a person. */
public enum DeliveryState {
  WAITING,
  DONE,
  IGNORED,
  REFUSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
