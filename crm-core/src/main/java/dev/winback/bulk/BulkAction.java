package dev.winback.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.winback.lapse.Decision;
import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be done with many losses at once. */
public enum BulkAction {
  RETURN(Decision.RETURN),
  NOT_WORTH(Decision.NOT_WORTH),
  FALSE_ALARM(Decision.FALSE_ALARM),
  LATER(Decision.LATER),
  NOT_WANTED(Decision.NOT_WANTED),
  DIRECTION_CHANGED(Decision.DIRECTION_CHANGED),
  UNREACHABLE(Decision.UNREACHABLE),
  ASSIGN(null),
  TASK(null),
  NON_CLIENT(null);

  private final @Nullable Decision decision;

  BulkAction(@Nullable Decision decision) {
    this.decision = decision;
  }

  /** The decision that it is; null for what is none. */
  @Nullable Decision decision() {
    return decision;
  }

  /** The word in URLs and answers. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static BulkAction ofCode(String code) {
    return Arrays.stream(values())
        .filter(action -> action.code().equals(code.strip().toLowerCase(Locale.ROOT)))
        .findAny()
        .orElseThrow(() -> Refused.field("action", "bulk.refused.action", code));
  }
}
