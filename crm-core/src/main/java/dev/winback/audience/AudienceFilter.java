package dev.winback.audience;

import dev.winback.shared.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the audience: lost, won back or all of the customers, from a place, older than so many
 * years, with an interest or a request that has a word in it (LET-28); null: any.
 */
public record AudienceFilter(
    String who,
    @Nullable String city,
    @Nullable Integer olderThan,
    @Nullable String interest,
    @Nullable String asked) {

  private static final int OLDEST = 120;
  private static final int LONGEST = 100;

  public static final List<String> WHO = List.of("lost", "returned", "all");

  /** From the words of a URL; what is no word of ours means the lost. */
  public static AudienceFilter of(
      @Nullable String who,
      @Nullable String city,
      @Nullable Integer olderThan,
      @Nullable String interest,
      @Nullable String asked) {
    if (olderThan != null && (olderThan < 0 || olderThan > OLDEST)) {
      throw Refused.field("older", "audience.refused.older", OLDEST);
    }
    return new AudienceFilter(
        who != null && WHO.contains(who) ? who : "lost",
        text("city", city),
        olderThan,
        text("interest", interest),
        text("asked", asked));
  }

  private static @Nullable String text(String field, @Nullable String typed) {
    if (typed != null && typed.strip().length() > LONGEST) {
      throw Refused.field(field, "audience.refused.long", LONGEST);
    }
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>();
    params.put("lost", who.equals("lost") ? true : null);
    params.put("returned", who.equals("returned") ? true : null);
    params.put("city", city);
    params.put("older", olderThan);
    params.put("interest", interest);
    params.put("asked", asked);
    return params;
  }
}
