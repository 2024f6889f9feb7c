package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which number of the results is opened: rung null all of the ladder, control those kept back. */
public record ResultFilter(@Nullable Integer rung, boolean control, What what) {

  /** The statement over outcomes o with these conditions in their places. */
  String in(String sql) {
    return sql.replace("/*what*/", what.condition())
        .replace("/*control*/", control ? "o.control" : "not o.control")
        .replace("/*rung*/", rung == null ? "true" : "o.rung = :rung");
  }

  /** What the number counts. */
  public enum What {
    RETURNED,
    /** Returned, and the 60 days are over: what the shares are made of. */
    OVER,
    USED,
    /** Everybody, those in doubt counted as sent. */
    ALL,
    /** By anybody, of those who agreed to be told of. */
    OPENED,
    /** By a person, of those who agreed. */
    CLICKED,
    UNSUBSCRIBED;

    private String condition() {
      return switch (this) {
        case ALL -> "true";
        case OVER -> "o.returned and o.over";
        default -> "o." + code();
      };
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static What ofCode(String code) {
      return Arrays.stream(values())
          .filter(what -> what.code().equals(code))
          .findFirst()
          .orElseThrow(() -> Refused.field("what", "letter.refused.what", code));
    }
  }
}
