package dev.winback.aftercare;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An occasion as a person types it; {@code buyers} is the kind of customers it is for. */
public record OccasionEntry(
    @Nullable String kind,
    @Nullable String title,
    @Nullable String starts,
    @Nullable String ends,
    @Nullable String audience,
    @Nullable String buyers,
    @Nullable Boolean first) {

  public static final OccasionEntry EMPTY =
      new OccasionEntry(null, null, null, null, null, null, null);

  public static final List<String> KINDS =
      List.of("fair", "product", "promotion", "holiday", "other");
  public static final List<String> AUDIENCES = List.of("vip", "good", "returned", "kind");

  private static final int LONGEST = 120;

  String type() {
    return one("kind", kind, KINDS);
  }

  String whom() {
    return one("audience", audience, AUDIENCES);
  }

  private static String one(String field, @Nullable String given, List<String> allowed) {
    if (given == null || !allowed.contains(given.strip())) {
      throw Refused.field(field, "care.refused.choice", String.join(", ", allowed));
    }
    return given.strip();
  }

  /** A box that is not ticked sends nothing. */
  boolean early() {
    return Boolean.TRUE.equals(first);
  }

  String words() {
    var words = title == null ? "" : title.strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw Refused.field("title", "care.refused.title", LONGEST);
    }
    return words;
  }

  LocalDate from() {
    return day("starts", starts);
  }

  LocalDate until() {
    var until = ends == null || ends.isBlank() ? from() : day("ends", ends);
    if (until.isBefore(from())) {
      throw Refused.field("ends", "care.refused.ends");
    }
    return until;
  }

  private static LocalDate day(String field, @Nullable String text) {
    return DayText.required(field, text);
  }

  @Nullable String ofKind() {
    if (!whom().equals("kind")) {
      return null;
    }
    if (buyers == null || buyers.isBlank()) {
      throw Refused.field("buyers", "care.refused.buyers");
    }
    return buyers.strip();
  }
}
