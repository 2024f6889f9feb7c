package dev.winback.web.lapse;

import dev.winback.why.Telling;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program tells of a loss; {@code reason} is the stated one by its code, or his own words. A
 * field that is not sent stays as it is, an empty text takes it away.
 */
record ReasonRequest(
    @Nullable String reason,
    @Nullable String stated,
    @Nullable String real,
    @Nullable String problem,
    @Nullable String saidBy,
    @Nullable Integer severity,
    @Nullable Boolean human,
    @Nullable String words,
    @Nullable String wish,
    @Nullable String blameUs,
    @Nullable String blameCustomer,
    @Nullable String competitor,
    @Nullable String advantage,
    @Nullable String prices,
    @Nullable String answers,
    @Nullable String personality,
    @Nullable List<String> whys) {

  Telling toTelling() {
    var texts = new HashMap<String, @Nullable String>();
    texts.put("stated", stated);
    texts.put("real", real);
    texts.put("problem", problem);
    texts.put("saidBy", saidBy);
    texts.put("severity", severity == null ? null : severity.toString());
    texts.put("human", human == null ? null : human.toString());
    texts.put("words", words);
    texts.put("wish", wish);
    texts.put("blameUs", blameUs);
    texts.put("blameCustomer", blameCustomer);
    texts.put("competitor", competitor);
    texts.put("advantage", advantage);
    texts.put("prices", prices);
    texts.put("answers", answers);
    texts.put("personality", personality);
    return Telling.reason(reason).and(Telling.of(texts, whys));
  }
}
