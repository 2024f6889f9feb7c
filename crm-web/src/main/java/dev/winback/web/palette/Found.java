package dev.winback.web.palette;

/**
 * One line of the palette: what it is ({@code customer}, {@code view}, {@code page}, {@code act}),
 * and of a customer whether he is fragile (RET-02).
 */
public record Found(String kind, String name, String hint, String address, boolean fragile) {

  static Found of(String kind, String name, String address) {
    return new Found(kind, name, "", address, false);
  }
}
