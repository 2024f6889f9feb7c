package dev.winback.web.importing;

import dev.winback.importing.LoadOptions;
import org.jspecify.annotations.Nullable;

/** What stands beside the file in the form that loads one, as it was typed. */
record FileForm(
    @Nullable String type,
    @Nullable String shop,
    @Nullable String encoding,
    @Nullable Boolean dryRun) {

  private static final String AUTO = "auto";

  /** A file is tried before it is loaded; its shop is the one that was said last. */
  static FileForm of(@Nullable String lastShop) {
    return new FileForm(AUTO, lastShop, null, true);
  }

  LoadOptions options(@Nullable String ofShop) {
    var asked = type == null || type.isBlank() ? AUTO : type;
    return new LoadOptions(asked, null, ofShop, encoding, onlyTried());
  }

  /** A box that is not ticked is not sent. */
  public boolean onlyTried() {
    return Boolean.TRUE.equals(dryRun);
  }
}
