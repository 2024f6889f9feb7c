package dev.winback.lapse;

import dev.winback.shared.Refused;
import java.util.Locale;

/** Where a lapse stands (rules.md, "Lapse"). */
public enum Stage {
  LATE(true),
  LOST(true),
  DECIDED(true),
  WORKING(true),
  /** Bought again: the fragile year begins. */
  RETURNED(false),
  /** Former volume restored. */
  RESTORED(false),
  /** A year together without remarks. */
  SAFE(false),
  /** We do not want the customer back. */
  NOT_WANTED(false),
  /** The plan's attempts are used up and nobody was reached. */
  UNREACHABLE(false),
  /** The customer said a final no. */
  REFUSED(false),
  FALSE_ALARM(false),
  /** Moved, left the firm, died, bankrupt. */
  GONE(false),
  /** Lapsed again after a return that we had earned. */
  TWICE_LOST(false),
  /** We refuse to work with this customer. */
  NON_CLIENT(false),
  /** The customer was merged into another one. */
  MERGED(false);

  private final boolean open;

  Stage(boolean open) {
    this.open = open;
  }

  /** True while somebody may work on the lapse and letters may leave. */
  public boolean open() {
    return open;
  }

  /** The word in URLs and answers: lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Stage ofCode(String code) {
    for (var stage : values()) {
      if (stage.name().equalsIgnoreCase(code.strip().replace('-', '_'))) {
        return stage;
      }
    }
    throw Refused.field("stage", "refused.lapse.stage", code);
  }
}
