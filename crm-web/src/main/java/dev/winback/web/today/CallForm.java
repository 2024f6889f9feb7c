package dev.winback.web.today;

import dev.winback.task.CallDetail;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.why.Telling;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The card as it was sent; a time of the open panel goes before a chosen day, and that before the
 * buttons of the follow-up; a result may be the word of a detail. {@code queue} is whose queue
 * stands beside the card, {@code due} the later day until which it goes, {@code view} the saved
 * view that is worked through.
 */
record CallForm(
    @Nullable String result,
    @Nullable String note,
    @Nullable String reason,
    @Nullable Integer severity,
    @Nullable String promise,
    @Nullable String at,
    @Nullable String on,
    @Nullable String next,
    @Nullable String form,
    @Nullable String queue,
    @Nullable String real,
    @Nullable String saidBy,
    @Nullable String human,
    @Nullable String wish,
    @Nullable String words,
    @Nullable String gate,
    @Nullable Boolean background,
    @Nullable String place,
    @Nullable String offer,
    @Nullable String region,
    @Nullable LocalDate due,
    @Nullable ViewPlace view) {

  /** The five answers come beside, because a form of one answer would be parted at its commas. */
  CallLog toLog(@Nullable List<String> whys) {
    // a press on an offer is the outcome, whatever an open panel would have said
    var detail = chosen(offer) ? Optional.<CallDetail>empty() : CallDetail.known(result);
    return new CallLog(
        detail.map(CallDetail::result).orElseGet(this::outcome),
        note == null ? "" : note,
        reason,
        severity,
        promise,
        chosen(at) ? at : chosen(on) ? on : next,
        false,
        form,
        more(whys),
        looked(),
        detail.orElse(null),
        place,
        offer,
        region);
  }

  private CallResult outcome() {
    return chosen(offer) ? CallResult.OFFER_GIVEN : CallResult.ofCode(result);
  }

  /** What is left empty was not said in this talk: it takes nothing away. */
  private Telling more(@Nullable List<String> whys) {
    var said = new HashMap<String, @Nullable String>();
    said.put("real", said(real));
    said.put("human", said(human));
    said.put("wish", said(wish));
    said.put("words", said(words));
    boolean given = chosen(reason) || chosen(real);
    said.put("saidBy", given ? said(saidBy) : null);
    return Telling.of(said, whys);
  }

  private static @Nullable String said(@Nullable String text) {
    return chosen(text) ? text : null;
  }

  /** Null: nobody asks, because it was looked at before. */
  private @Nullable Boolean looked() {
    return gate == null ? null : Boolean.TRUE.equals(background);
  }

  private static boolean chosen(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
