package dev.winback.shared;

/** The record is no longer the one that was read (HTTP 412): read it again and decide anew. */
public class Outdated extends Refused {

  public Outdated() {
    this("refused.outdated");
  }

  public Outdated(String key, Object... figures) {
    super(key, figures);
  }
}
