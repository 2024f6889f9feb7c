package dev.winback.web.testing;

import java.util.List;

/**
 * How a page is looked at: light and dark, 1440 and 390 wide. Axe reads each scheme and each width
 * once, which is all that a rule of its depends on; a picture shows all four.
 */
public enum Look {
  LIGHT_WIDE("light", 1440, true),
  DARK_WIDE("dark", 1440, false),
  DARK_NARROW("dark", 390, true),
  LIGHT_NARROW("light", 390, false);

  private final String scheme;
  private final int width;
  private final boolean read;

  Look(String scheme, int width, boolean read) {
    this.scheme = scheme;
    this.width = width;
    this.read = read;
  }

  public int width() {
    return width;
  }

  /** Shows the open page so. */
  public void on(Browser browser) {
    browser.prefers(scheme).size(width, width == 390 ? 844 : 900);
  }

  /** What axe finds wrong on the page as it stands. */
  public List<String> faults(Browser browser) {
    return read ? browser.accessibilityFaults() : List.of();
  }

  /** As it stands in names of pictures. */
  @Override
  public String toString() {
    return scheme + "-" + width;
  }
}
