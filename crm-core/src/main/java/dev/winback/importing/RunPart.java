package dev.winback.importing;

/**
 * One kind of rows of a run: rows of the file, those that say a number once more, what is new and
 * changed, customers whom nobody knew, and by what those were found who have no number in it.
 */
public record RunPart(
    ImportType type,
    long rows,
    long repeated,
    long created,
    long changed,
    long customers,
    FoundBy foundBy) {

  /** Customers without a number, each by the first of these that he has. */
  public record FoundBy(long email, long phone, long name) {

    public boolean any() {
      return email + phone + name > 0;
    }
  }

  public long same() {
    return Math.max(0, rows - created - changed);
  }
}
