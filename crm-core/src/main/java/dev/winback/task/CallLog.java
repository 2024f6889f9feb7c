package dev.winback.task;

import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import dev.winback.shared.Sha256;
import dev.winback.why.FindingField;
import dev.winback.why.Telling;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a call; {@code next} is a day, a time or {@code +1d +3d +1w +1m}, {@code
 * form} the key of the card it was sent from, so that sending it twice logs one call. {@code more}
 * is what else was learnt, {@code background} whether it was looked at before; null: not said.
 * {@code place} is where an appointment is held. {@code offer} is what was offered: a kind, {@code
 * kind:percent}, or the number of an approved one. {@code region} is where he moved to.
 */
public record CallLog(
    CallResult result,
    String note,
    @Nullable String reason,
    @Nullable Integer severity,
    @Nullable String promise,
    @Nullable String next,
    boolean agreed,
    @Nullable String form,
    Telling more,
    @Nullable Boolean background,
    @Nullable CallDetail detail,
    @Nullable String place,
    @Nullable String offer,
    @Nullable String region) {

  private static final int LONGEST_NOTE = 20_000;
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_PLACE = 200;

  public CallLog {
    reason = blankToNull(reason);
    promise = blankToNull(promise);
    offer = blankToNull(offer);
    next = blankToNull(next);
    form = blankToNull(form);
    place = blankToNull(place);
    region = blankToNull(region);
    if (severity != null && (severity < 1 || severity > 5)) {
      throw Refused.field("severity", "task.refused.severity", severity);
    }
    requireLength("note", note, LONGEST_NOTE);
    requireLength("reason", reason, LONGEST_LINE);
    requireLength("promise", promise, LONGEST_LINE);
    requireLength("form", form, LONGEST_LINE);
    requireLength("place", place, LONGEST_PLACE);
    requireLength("region", region, LONGEST_PLACE);
    if (offer != null && result != CallResult.OFFER_GIVEN) {
      throw Refused.field("offer", "task.refused.offer-of", result.code());
    }
    if (detail != null && detail.result() != result) {
      throw Refused.field("detail", "task.refused.detail-of", detail.code(), result.code());
    }
  }

  public CallLog(
      CallResult result,
      String note,
      @Nullable String reason,
      @Nullable Integer severity,
      @Nullable String promise,
      @Nullable String next,
      boolean agreed,
      @Nullable String form) {
    this(
        result,
        note,
        reason,
        severity,
        promise,
        next,
        agreed,
        form,
        Telling.NOTHING,
        null,
        null,
        null,
        null,
        null);
  }

  public CallLog(
      CallResult result,
      String note,
      @Nullable String reason,
      @Nullable Integer severity,
      @Nullable String promise,
      @Nullable String next,
      boolean agreed,
      @Nullable String form,
      Telling more,
      @Nullable Boolean background) {
    this(
        result,
        note,
        reason,
        severity,
        promise,
        next,
        agreed,
        form,
        more,
        background,
        null,
        null,
        null,
        null);
  }

  /** The same call with what the outcome says besides. */
  public CallLog with(@Nullable CallDetail detail, @Nullable String place) {
    return new CallLog(
        result,
        note,
        reason,
        severity,
        promise,
        next,
        agreed,
        form,
        more,
        background,
        detail,
        place,
        offer,
        region);
  }

  /** What a call of a program is known by: its key with what it says; null without a key. */
  public static @Nullable String form(@Nullable String key, String body) {
    return key == null || key.isBlank() ? null : key.strip() + "#" + Sha256.hex(body);
  }

  /** A log that says nothing but the outcome. */
  public static CallLog of(CallResult result) {
    return new CallLog(result, "", null, null, null, null, false, null);
  }

  /** He has left, and his firm goes on without him (UND-24); one that is bankrupt does not. */
  boolean leaves(Callee callee) {
    return result == CallResult.PERSON_GONE
        && !"bankrupt".equals(reason)
        && (callee.hasCompany() || callee.another());
  }

  /** How the loss ends; null: it does not. */
  @Nullable Stage exit(Callee callee) {
    if (detail == CallDetail.UNREACHABLE) {
      return Stage.UNREACHABLE;
    }
    return leaves(callee) ? null : result.consequence().exit();
  }

  /** Everything learnt about why; whom we do not want is our reason and not his. */
  Telling learnt() {
    var why = result == CallResult.NOT_WANTED ? Telling.NOTHING : Telling.reason(why());
    var all = why.and(more);
    return severity == null ? all : all.and(FindingField.SEVERITY, severity.toString());
  }

  private @Nullable String why() {
    boolean gone = result == CallResult.PERSON_GONE && reason != null;
    return gone ? "person-gone" : reason;
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void requireLength(String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      throw Refused.field(field, "task.refused.too-long", longest, text.length());
    }
  }
}
