package dev.winback.letter;

import dev.winback.customer.Search;
import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which letters a list shows; null means all. Unexplained: those that name no reason; q: words that
 * find the customer, as in every search box; survey: those that invite to this one.
 */
public record LetterFilter(
    @Nullable LetterStatus status,
    @Nullable HoldReason reason,
    @Nullable Integer rung,
    @Nullable String customer,
    boolean unexplained,
    @Nullable String q,
    @Nullable Long survey) {

  /** In the place of a reason: none. */
  public static final String NO_REASON = "none";

  LetterFilter(
      @Nullable LetterStatus status,
      @Nullable HoldReason reason,
      @Nullable Integer rung,
      @Nullable String customer) {
    this(status, reason, rung, customer, false, null, null);
  }

  /** From the words of a URL; refused when a word is not one of ours. */
  public static LetterFilter of(
      @Nullable String status,
      @Nullable String reason,
      @Nullable Integer rung,
      @Nullable String customer) {
    return new LetterFilter(
        blank(status) ? null : LetterStatus.ofCode(String.valueOf(status)),
        blank(reason) || NO_REASON.equals(reason) ? null : reasonOf(String.valueOf(reason)),
        rung,
        blank(customer) ? null : customer,
        NO_REASON.equals(reason),
        null,
        null);
  }

  public static LetterFilter status(LetterStatus status) {
    return new LetterFilter(status, null, null, null);
  }

  /** The same of those customers alone whom these words find. */
  public LetterFilter searching(@Nullable String words) {
    return new LetterFilter(
        status, reason, rung, customer, unexplained, blank(words) ? null : words, survey);
  }

  /** The same of those alone that invite to a survey; null: of all. */
  public LetterFilter ofSurvey(@Nullable Long asked) {
    return new LetterFilter(status, reason, rung, customer, unexplained, q, asked);
  }

  /** What waits for a person on a rung. */
  public static LetterFilter inReview(int rung) {
    return new LetterFilter(LetterStatus.HELD, HoldReason.REVIEW, rung, null);
  }

  /** The word in URLs; null: any. */
  public @Nullable String reasonCode() {
    return unexplained ? NO_REASON : reason == null ? null : reason.code();
  }

  /**
   * The states as they stand in a statement: names of our own, so that a plan can count on them.
   */
  String stateNames() {
    var states = status == null ? Arrays.asList(LetterStatus.values()) : List.of(status);
    return states.stream()
        .flatMap(s -> s.states().stream())
        .collect(Collectors.joining("', '", "'", "'"));
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>(Search.params(q));
    params.put("reason", reason == null ? null : reason.name());
    params.put("unexplained", unexplained ? true : null);
    params.put("rung", rung);
    params.put("customer", customer);
    params.put("survey", survey);
    return params;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static HoldReason reasonOf(String code) {
    return Arrays.stream(HoldReason.values())
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("reason", "letter.refused.hold-reason", code));
  }
}
