package dev.winback.staff;

import dev.winback.shared.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Marks of the devices by which a member has signed in: number of the signing key, 16 random bytes,
 * and HMAC-SHA-256 over purpose, both and the login, so that one's mark says nothing for another.
 */
@Service
public class KnownDevices {

  private static final int RANDOM = 16;
  private static final Pattern MARK = Pattern.compile("((\\d{1,5})\\.[\\w-]{22})\\.([\\w-]{43})");

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  KnownDevices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What this device keeps from now on. */
  public String mark(String login) {
    var bytes = new byte[RANDOM];
    random.nextBytes(bytes);
    var key = jdbc.sql("select max(id) from signing_key").query(Integer.class).single();
    var device = key + "." + spelt(bytes);
    return device + "." + signature(device, login, secret(key).orElseThrow());
  }

  /** The device that is known for this login; empty for a forged mark and for another's alike. */
  public Optional<String> device(String mark, String login) {
    var parts = MARK.matcher(mark);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var device = parts.group(1);
    var given = parts.group(3).getBytes(StandardCharsets.US_ASCII);
    return secret(Integer.parseInt(parts.group(2)))
        .map(secret -> signature(device, login, secret).getBytes(StandardCharsets.US_ASCII))
        .filter(right -> Hmac.same(right, given))
        .map(right -> device);
  }

  private Optional<byte[]> secret(int key) {
    return jdbc.sql("select secret from signing_key where id = :id")
        .param("id", key)
        .query(byte[].class)
        .optional();
  }

  private static String signature(String device, String login, byte[] secret) {
    var signed = "device " + device + " " + login.strip().toLowerCase(Locale.ROOT);
    return spelt(Hmac.of(secret, signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static String spelt(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
