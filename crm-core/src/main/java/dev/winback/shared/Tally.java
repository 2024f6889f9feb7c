package dev.winback.shared;

/** What a merge did with the facts it was given: rows stored anew, corrected, already there. */
public record Tally(long created, long changed, long same) {

  public static final Tally NONE = new Tally(0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(created + other.created, changed + other.changed, same + other.same);
  }
}
