package dev.winback.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret shared with a receiver, and the signature made with it (Standard Webhooks, "v1"). */
final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final String MAC = "HmacSHA256";

  private Secret() {}

  static byte[] fresh() {
    var secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** As the receiver's library takes it. */
  static String shown(byte[] secret) {
    return "whsec_" + Base64.getEncoder().encodeToString(secret);
  }

  static String sign(byte[] secret, String messageId, long timestamp, String body) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(secret, MAC));
      var signed = (messageId + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
