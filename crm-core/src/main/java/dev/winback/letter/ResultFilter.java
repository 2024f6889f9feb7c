package dev.winback.letter;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which number of the results is opened: rung null all of the ladder, control those kept back; the
 * period holds for what is not compared.
 */
public record ResultFilter(
    @Nullable Integer rung, boolean control, What what, ResultPeriod period) {

  private static final String OVER =
      "o.over and not exists (select from letter_day d where d.day = o.day and not d.over)";

  public ResultFilter(@Nullable Integer rung, boolean control, What what) {
    this(rung, control, what, ResultPeriod.YEAR);
  }

  /** The statement over outcomes o with these conditions in their places. */
  String in(String sql) {
    return sql.replace("/*what*/", what.condition())
        .replace("/*control*/", control ? "o.control" : "not o.control")
        .replace("/*rung*/", rung == null ? "o.rung >= 0" : "o.rung = :rung")
        .replace("/*period*/", what.compared() ? "true" : "o.day between :from and :to");
  }

  /** What the number counts. */
  public enum What {
    RETURNED,
    /** Returned, and the 60 days are over: what the shares are made of. */
    OVER,
    USED,
    /** Everybody, those in doubt counted as sent. */
    ALL,
    /** Everybody whose 60 days are over. */
    WHOLE,
    /** By anybody, of those who agreed to be told of. */
    OPENED,
    /** By a person, of those who agreed. */
    CLICKED,
    UNSUBSCRIBED;

    private String condition() {
      return switch (this) {
        case ALL -> "true";
        case OVER -> "o.returned and " + ResultFilter.OVER;
        case WHOLE -> ResultFilter.OVER;
        default -> "o." + code();
      };
    }

    /** Part of the comparison, which is of all days. */
    public boolean compared() {
      return this == OVER || this == WHOLE;
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
