package dev.winback.importing;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a file: its type, null for whatever the header says; to explain the
 * columns himself; or a mapping as JSON, which is already right. Of several shops of one system the
 * host of that shop; null for the first one. In which encoding it is; null as it looks.
 */
record Asked(
    @Nullable ImportType type,
    boolean byHand,
    @Nullable String mapping,
    @Nullable String shop,
    @Nullable String encoding,
    boolean dryRun) {

  /** The word for "I explain the columns myself". */
  static final String BY_HAND = "map";

  static Asked of(LoadOptions options, @Nullable String mapping) {
    return of(options.type(), mapping, options.shop(), options.encoding(), options.dryRun());
  }

  static Asked of(
      @Nullable String word,
      @Nullable String mapping,
      @Nullable String shop,
      @Nullable String encoding,
      boolean dryRun) {
    var asked = word == null || word.isBlank() ? "auto" : word.strip();
    boolean byHand = BY_HAND.equalsIgnoreCase(asked);
    boolean open = byHand || asked.equalsIgnoreCase("auto");
    return new Asked(
        open ? null : ImportType.named(asked),
        byHand && mapping == null,
        mapping,
        SeveralShops.host(shop),
        Encoding.named(encoding),
        dryRun);
  }

  /** As it is kept with the run. */
  @Nullable String word() {
    return byHand ? BY_HAND : type == null ? null : type.word();
  }

  Asked forReal() {
    return new Asked(type, byHand, mapping, shop, encoding, false);
  }
}
