package dev.winback.signal;

import java.util.Locale;

/** What a customer's history can show; each kind comes with the rule that sees it. */
public enum SignalKind {
  /** No counting purchase for one of the silence classes (DET-06). */
  SILENT,
  /** Silent for longer than the customer's own rhythm allows (DET-08). */
  LATE,
  /** Number or address are probably of no use any more (DET-24); means no loss by itself. */
  STALE_CONTACT;

  /** The word in URLs, answers and the database. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static SignalKind ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
