package dev.winback.shared;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104, 32 bytes): who knows the secret has signed exactly these bytes. */
public final class Hmac {

  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  /** Of the parts one after the other, as if they were written in one piece. */
  public static byte[] of(byte[] secret, byte[]... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + ALGORITHM, e);
    }
  }

  /** In constant time, or a signature could be guessed byte by byte. */
  public static boolean same(byte[] right, byte[] given) {
    return MessageDigest.isEqual(right, given);
  }
}
