package dev.winback.web.today;

import dev.winback.task.CallDetail;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.why.Telling;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as a script logs it; why he left goes under the names of {@code POST /lapses/{id}/reason}.
 */
record CallRequest(
    @Nullable String result,
    @Nullable String note,
    @Nullable String reason,
    @Nullable String real,
    @Nullable String saidBy,
    @Nullable Integer severity,
    @Nullable Boolean human,
    @Nullable String wish,
    @Nullable List<String> whys,
    @Nullable String promise,
    @Nullable String next,
    @Nullable Boolean agreed,
    @Nullable Boolean background,
    @Nullable String detail,
    @Nullable String place,
    @Nullable String offer,
    @Nullable String region) {

  CallLog toLog(@Nullable String key) {
    return new CallLog(
        CallResult.ofCode(result),
        note == null ? "" : note,
        reason,
        severity,
        promise,
        next,
        Boolean.TRUE.equals(agreed),
        CallLog.form(key, toString()),
        more(),
        background,
        CallDetail.ofCode(detail),
        place,
        offer,
        region);
  }

  private Telling more() {
    var said = new HashMap<String, @Nullable String>();
    said.put("real", real);
    said.put("saidBy", saidBy);
    said.put("human", human == null ? null : human.toString());
    said.put("wish", wish);
    return Telling.of(said, whys);
  }
}
