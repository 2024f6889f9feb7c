package dev.winback.importing;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of the codes of an order is kept: a coupon of ours before the shop's own. */
public final class CouponCodes {

  /** As coupon_code() makes them: without the letters that are read as another one. */
  private static final Pattern OURS =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}", Pattern.CASE_INSENSITIVE);

  private CouponCodes() {}

  /** Some shops write all codes small; null without any. */
  public static @Nullable String kept(List<String> codes) {
    return codes.stream()
        .filter(code -> OURS.matcher(code).matches())
        .findFirst()
        .orElse(codes.isEmpty() ? null : codes.get(0));
  }
}
