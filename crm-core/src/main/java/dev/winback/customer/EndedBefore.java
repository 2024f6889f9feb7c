package dev.winback.customer;

import dev.winback.shared.Refused;
import dev.winback.shared.Stages.Overtaken;
import java.util.List;

/** Facts of a call whose new time is after the end that is stored for them. */
public final class EndedBefore extends Refused {

  private final transient List<Overtaken> lines;

  EndedBefore(List<Overtaken> lines) {
    super("customer.refused.ended");
    this.lines = List.copyOf(lines);
  }

  /** By their lines, with that end. */
  public List<Overtaken> lines() {
    return lines;
  }
}
