package dev.winback.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The shops' signature: Base64 of HMAC-SHA-256 over the raw body, compared in constant time. */
final class HookSignature {

  private static final String ALGORITHM = "HmacSHA256";

  private HookSignature() {}

  static boolean matches(byte[] body, String secret, @Nullable String signature) {
    if (signature == null) {
      return false;
    }
    var expected = of(body, secret).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, signature.strip().getBytes(StandardCharsets.UTF_8));
  }

  static String of(byte[] body, String secret) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
