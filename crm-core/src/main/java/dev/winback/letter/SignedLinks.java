package dev.winback.letter;

import dev.winback.shared.Hmac;
import dev.winback.shared.Settings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links in letters that need no login: number of the key and of the letter or invitation, and 16
 * bytes of HMAC-SHA-256 over purpose and both; they never expire, and old keys go on checking.
 */
@Component
class SignedLinks {

  private static final int SIGNED = Short.BYTES + Long.BYTES;
  private static final int SIGNATURE = 16;
  private static final String UNSUBSCRIBE = "u";
  private static final String SURVEY = "s";
  private static final String RETURN = "b";
  private static final String CLICK = "c";
  private static final String OPEN = "o";

  /** A letter's links are numbered below this, so that one number names letter and link. */
  private static final int LINKS = 1_024;

  private final JdbcClient jdbc;
  private final Settings settings;
  private final Map<Short, Key> known = new ConcurrentHashMap<>();
  private volatile @Nullable Key newest;

  SignedLinks(JdbcClient jdbc, Settings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  private record Key(short id, byte[] secret) {}

  String unsubscribe(LetterId letter) {
    return link(UNSUBSCRIBE, letter.value());
  }

  /** Where the invited customer answers. */
  String survey(long invitation) {
    return link(SURVEY, invitation);
  }

  /** What stands behind the plus of a letter's return path (VERP). */
  String returnPath(LetterId letter) {
    return token(RETURN, letter.value(), signingKey());
  }

  /** By way of which a link of a letter leads to its target. */
  String click(LetterId letter, int link) {
    return link(CLICK, Math.multiplyExact(letter.value(), LINKS) + link);
  }

  /** The picture that tells of a letter's opening. */
  String open(LetterId letter) {
    return link(OPEN, letter.value());
  }

  private String link(String purpose, long number) {
    var base = settings.baseUrl().toString().replaceAll("/+$", "");
    return base + "/" + purpose + "/" + token(purpose, number, signingKey());
  }

  /** The letter of an unsubscribe token; empty for a forged and for an unknown one alike. */
  Optional<LetterId> unsubscribed(String token) {
    return number(UNSUBSCRIBE, token).map(LetterId::new);
  }

  /** A link of a letter by its number. */
  record Click(LetterId letter, int number) {}

  Optional<Click> clicked(String token) {
    return number(CLICK, token)
        .map(n -> new Click(new LetterId(n / LINKS), Math.floorMod(n, LINKS)));
  }

  Optional<LetterId> opened(String token) {
    return number(OPEN, token).map(LetterId::new);
  }

  /** The letter of a return path. */
  Optional<LetterId> returning(String token) {
    return number(RETURN, token).map(LetterId::new);
  }

  /** The invitation of a survey's token. */
  Optional<Long> invited(String token) {
    return number(SURVEY, token);
  }

  private static String token(String purpose, long number, Key key) {
    var signed = ByteBuffer.allocate(SIGNED).putShort(key.id()).putLong(number).array();
    var token = Arrays.copyOf(signed, SIGNED + SIGNATURE);
    System.arraycopy(signature(purpose, signed, key), 0, token, SIGNED, SIGNATURE);
    return spelt(token);
  }

  private static String spelt(byte[] token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private Optional<Long> number(String purpose, String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    // the decoder takes what its last two bits say for nothing, and fillers: a token has one
    // spelling
    if (bytes.length != SIGNED + SIGNATURE || !spelt(bytes).equals(token)) {
      return Optional.empty();
    }
    var signed = Arrays.copyOf(bytes, SIGNED);
    var buffer = ByteBuffer.wrap(signed);
    var key = key(buffer.getShort());
    var given = Arrays.copyOfRange(bytes, SIGNED, bytes.length);
    return key.filter(k -> Hmac.same(signature(purpose, signed, k), given))
        .map(k -> buffer.getLong());
  }

  private static byte[] signature(String purpose, byte[] signed, Key key) {
    var whole = Hmac.of(key.secret(), purpose.getBytes(StandardCharsets.UTF_8), signed);
    return Arrays.copyOf(whole, SIGNATURE);
  }

  /** The newest key; read once, so that a rotation shows after a restart. */
  private Key signingKey() {
    var key = newest;
    if (key == null) {
      key =
          jdbc.sql("select id, secret from signing_key order by id desc limit 1")
              .query((row, n) -> new Key(row.getShort("id"), row.getBytes("secret")))
              .single();
      newest = key;
    }
    return key;
  }

  /** Old keys go on checking, each read once; only an unknown one is asked for again. */
  private Optional<Key> key(short id) {
    var key = known.get(id);
    if (key == null) {
      stored(id).ifPresent(found -> known.put(id, found));
    }
    return Optional.ofNullable(known.get(id));
  }

  private Optional<Key> stored(short id) {
    return jdbc.sql("select id, secret from signing_key where id = :id")
        .param("id", id)
        .query((row, n) -> new Key(row.getShort("id"), row.getBytes("secret")))
        .optional();
  }
}
