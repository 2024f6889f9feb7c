package dev.winback.lapse;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who lost the customer, null when nobody knows; inherited: he took him over less than two of his
 * typical gaps before (rules.md, "lost by").
 */
@Embeddable
record LostBy(@Column(name = "lost_by") @Nullable Long member, boolean inherited) {

  static final LostBy NOBODY = new LostBy(null, false);

  boolean is(@Nullable Long other) {
    return member != null && member.equals(other);
  }

  /** For the story, which it is put back from; 0 is nobody. */
  Map<String, ?> before(LostBy now) {
    return Map.of(
        "lost_was", member == null ? 0 : member,
        "lost_inherited", inherited,
        "lost_by", now.member == null ? 0 : now.member);
  }
}
