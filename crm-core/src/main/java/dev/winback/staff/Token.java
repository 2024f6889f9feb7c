package dev.winback.staff;

import dev.winback.shared.Sha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key as a program sends it: {@code wb_}, eight signs to find it by, 32 random bytes. */
record Token(String prefix, String secret) {

  private static final Pattern SHAPE = Pattern.compile("wb_([a-z0-9]{8})_([A-Za-z0-9_-]{43})");
  private static final String SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final int PREFIX = 8;
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Token fresh() {
    var prefix = new StringBuilder();
    RANDOM.ints(PREFIX, 0, SIGNS.length()).forEach(at -> prefix.append(SIGNS.charAt(at)));
    var secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return new Token(
        prefix.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  static Optional<Token> read(String text) {
    var shape = SHAPE.matcher(text);
    return shape.matches()
        ? Optional.of(new Token(shape.group(1), shape.group(2)))
        : Optional.empty();
  }

  byte[] hash() {
    return Sha256.of(secret);
  }

  /** Takes as long for the first wrong byte as for the last. */
  boolean matches(byte[] stored) {
    return MessageDigest.isEqual(hash(), stored);
  }

  String text() {
    return "wb_" + prefix + "_" + secret;
  }

  /** A secret has no place in a log line. */
  @Override
  public String toString() {
    return "wb_" + prefix + "_…";
  }
}
