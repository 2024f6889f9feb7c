package dev.winback.customer;

import dev.winback.shared.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of two records of one person become: the record that stays keeps what it says,
 * blanks are filled from the other, and of two wills the more careful one wins.
 */
final class FieldMerge {

  /** Fields of which a person may choose whose value stays. */
  static final List<String> CHOICES =
      List.of(
          "name",
          "first_name",
          "last_name",
          "company",
          "email",
          "phone",
          "city",
          "country",
          "language",
          "time_zone",
          "preferred_channel",
          "call_from",
          "call_until",
          "owner_id",
          "birthday",
          "hobbies",
          "note",
          "kind");

  private static final List<String> CONSENT =
      List.of("email_consent", "consent_at", "consent_source");

  /** From "may be contacted" to "never": the later one wins. */
  private static final List<String> STATUSES =
      List.of("active", "left", "bankrupt", "non_client", "deceased", "never_contact");

  private static final int LONGEST_NOTE = 20_000;

  private final Map<String, @Nullable Object> kept;
  private final Map<String, @Nullable Object> other;
  private final Set<String> fromOther;
  private final Map<String, @Nullable Object> merged = new LinkedHashMap<>();

  FieldMerge(
      Map<String, @Nullable Object> kept,
      Map<String, @Nullable Object> other,
      Set<String> fromOther) {
    this.kept = kept;
    this.other = other;
    this.fromOther = fromOther;
  }

  static void requireChoices(Set<String> fields) {
    for (var field : fields) {
      if (!CHOICES.contains(field)) {
        throw Refused.field("fromOther", "merge.refused.field", field, String.join(", ", CHOICES));
      }
    }
  }

  /** Only the fields that become something else than they are. */
  Map<String, @Nullable Object> changes(boolean unwilling) {
    CHOICES.forEach(field -> merged.put(field, chosen(field)));
    merged.put("phone_e164", (ofOther("phone") ? other : kept).get("phone_e164"));
    merged.put(
        "owner_since", ofOther("owner_id") ? other.get("owner_since") : kept.get("owner_since"));
    if (!fromOther.contains("note")) {
      merged.put("note", bothNotes());
    }
    merged.put("status", moreCareful());
    merged.put("flagship", either("flagship"));
    merged.put("pays_badly", either("pays_badly"));
    merged.put("referrals", Math.max(number("referrals", kept), number("referrals", other)));
    merged.put("attributes", attributes());
    consent(unwilling);
    merged.keySet().removeIf(field -> Objects.equals(merged.get(field), kept.get(field)));
    return merged;
  }

  private boolean ofOther(String field) {
    boolean gap = isBlank(kept.get(field)) && !isBlank(other.get(field));
    return gap || fromOther.contains(field) && !isBlank(other.get(field));
  }

  private @Nullable Object chosen(String field) {
    return ofOther(field) ? other.get(field) : kept.get(field);
  }

  private static boolean isBlank(@Nullable Object value) {
    return value == null || value.toString().isBlank();
  }

  /** What people wrote down is kept twice rather than lost. */
  private @Nullable Object bothNotes() {
    if (isBlank(kept.get("note")) || isBlank(other.get("note"))) {
      return chosen("note");
    }
    var own = String.valueOf(kept.get("note"));
    var theirs = String.valueOf(other.get("note"));
    var both = own.contains(theirs) ? own : own + "\n" + theirs;
    return both.length() > LONGEST_NOTE ? own : both;
  }

  private String moreCareful() {
    var own = String.valueOf(kept.get("status"));
    var theirs = String.valueOf(other.get("status"));
    return STATUSES.indexOf(own) >= STATUSES.indexOf(theirs) ? own : theirs;
  }

  private boolean either(String field) {
    return Boolean.TRUE.equals(kept.get(field)) || Boolean.TRUE.equals(other.get(field));
  }

  private static int number(String field, Map<String, @Nullable Object> record) {
    return record.get(field) instanceof Number number ? number.intValue() : 0;
  }

  private Map<Object, Object> attributes() {
    var both = new LinkedHashMap<Object, Object>();
    for (var record : new ArrayList<>(List.of(other, kept))) {
      if (record.get("attributes") instanceof Map<?, ?> said) {
        both.putAll(said);
      }
    }
    return both;
  }

  /** A no of either holds for the person; a yes holds for the address it was given for. */
  private void consent(boolean unwilling) {
    var from = refusing();
    if (from == null) {
      from = sameMailbox() ? willing() : ofOther("email") ? other : kept;
    }
    for (var field : CONSENT) {
      merged.put(field, from.get(field));
    }
    if (unwilling && !Boolean.FALSE.equals(merged.get("email_consent"))) {
      merged.put("email_consent", false);
      merged.put("consent_source", "merge");
    }
  }

  private @Nullable Map<String, @Nullable Object> refusing() {
    if (Boolean.FALSE.equals(kept.get("email_consent"))) {
      return kept;
    }
    return Boolean.FALSE.equals(other.get("email_consent")) ? other : null;
  }

  private Map<String, @Nullable Object> willing() {
    return kept.get("email_consent") == null ? other : kept;
  }

  private boolean sameMailbox() {
    return !isBlank(kept.get("email"))
        && String.valueOf(kept.get("email"))
            .strip()
            .equalsIgnoreCase(String.valueOf(other.get("email")).strip());
  }
}
