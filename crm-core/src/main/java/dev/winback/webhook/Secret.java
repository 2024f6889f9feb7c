package dev.winback.webhook;

import dev.winback.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret shared with a receiver, and the signature made with it (Standard Webhooks, "v1"). */
final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

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
    var signed = (messageId + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
    return "v1," + Base64.getEncoder().encodeToString(Hmac.of(secret, signed));
  }
}
