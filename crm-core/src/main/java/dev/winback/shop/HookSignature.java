package dev.winback.shop;

import dev.winback.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The shops' signature: Base64 of HMAC-SHA-256 over the raw body, compared in constant time. */
final class HookSignature {

  private HookSignature() {}

  static boolean matches(byte[] body, String secret, @Nullable String signature) {
    if (signature == null) {
      return false;
    }
    var expected = of(body, secret).getBytes(StandardCharsets.US_ASCII);
    return Hmac.same(expected, signature.strip().getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] body, String secret) {
    var signature = Hmac.of(secret.getBytes(StandardCharsets.UTF_8), body);
    return Base64.getEncoder().encodeToString(signature);
  }
}
