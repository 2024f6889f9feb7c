package dev.winback.importing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.ZoneId;

/** Any text as a date. */
class MomentFuzz {

  @FuzzTest(maxDuration = "60s")
  void anyTextIsAMomentOrHasAReason(FuzzedDataProvider data) {
    boolean monthFirst = data.consumeBoolean();
    var text = data.consumeRemainingAsString();
    if (Moments.parse(text, monthFirst, ZoneId.of("Europe/Berlin")) == null) {
      Moments.reason(text);
    }
  }
}
