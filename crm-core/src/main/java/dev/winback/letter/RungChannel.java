package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;

/** Whom a rung writes to by the channel they prefer. */
public enum RungChannel {
  /** Whoever does not prefer another channel. */
  OPEN,
  /** Only who asked for letters. */
  EMAIL,
  /** Everybody, whatever he prefers. */
  ANY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RungChannel ofCode(String code) {
    return Arrays.stream(values())
        .filter(channel -> channel.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("channel", "letter.refused.channel", code));
  }
}
