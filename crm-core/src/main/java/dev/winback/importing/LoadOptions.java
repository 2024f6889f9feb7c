package dev.winback.importing;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a file beside its content; a wrong word is refused with its field.
 *
 * @param type {@code auto}, {@code map} or one of {@link ImportType}
 * @param mapping its columns explained, as JSON of {@link Mapping}
 * @param shop of which of several shops it is, by host
 * @param encoding one of {@link Encoding#KNOWN}; null: as the file looks
 * @param dryRun counted and checked, nothing stored
 */
public record LoadOptions(
    String type,
    @Nullable String mapping,
    @Nullable String shop,
    @Nullable String encoding,
    boolean dryRun) {

  /** The encodings that a page offers. */
  public static java.util.List<String> encodings() {
    return Encoding.KNOWN;
  }
}
