package dev.winback.task;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an outcome says besides, where sixteen words are too few (CAL-18, CAL-20, DET-14). */
public enum CallDetail {
  /** Somebody else was on the line and did not put through. */
  GATEKEEPER(CallResult.NOT_THERE),
  /** He asked for text messages and got one: like a voicemail it waits for his answer (CAL-08). */
  MESSAGE(CallResult.VOICEMAIL),
  /** He was there and did not want to talk now. */
  REFUSED(CallResult.TALKED),
  /** He says himself that he ends it: a signal of loss, and a talk about why. */
  ENDED(CallResult.TALKED),
  /** The number is dead and no other way to him can be found: the loss ends as unreachable. */
  UNREACHABLE(CallResult.WRONG_NUMBER);

  private final CallResult result;

  CallDetail(CallResult result) {
    this.result = result;
  }

  /** The outcome that it is a kind of. */
  public CallResult result() {
    return result;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Null for none; refused when there is no such detail. */
  public static @Nullable CallDetail ofCode(@Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    return known(code).orElseThrow(() -> Refused.field("detail", "task.refused.detail", codes()));
  }

  /** Empty for a word that is none of them. */
  public static Optional<CallDetail> known(@Nullable String code) {
    return Arrays.stream(values()).filter(detail -> detail.code().equals(code)).findFirst();
  }

  private static String codes() {
    return String.join(", ", Arrays.stream(values()).map(CallDetail::code).toList());
  }
}
