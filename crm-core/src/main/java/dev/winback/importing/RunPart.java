package dev.winback.importing;

/**
 * One kind of rows of a run: rows of the file, those that say a number once more, what is new and
 * changed, and customers whom nobody knew.
 */
public record RunPart(
    ImportType type, long rows, long repeated, long created, long changed, long customers) {

  public long same() {
    return Math.max(0, rows - created - changed);
  }
}
