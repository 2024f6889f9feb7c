package dev.winback.report;

import dev.winback.customer.Search;
import dev.winback.lapse.Stage;
import dev.winback.shared.DaySpan;
import dev.winback.shared.Refused;
import dev.winback.signal.SignalKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the lost list says: {@code stage} is {@code open} (default), {@code all},
 * {@code won}, {@code ever} (all but merged and false ones and those of a changed direction),
 * {@code direction-changed} or one stage; {@code signal} is the days of a class of silence, {@code
 * rhythm}, {@code sleeping}, {@code left}, {@code once} (bought on one day only) or the code of a
 * signal; {@code owner} and {@code assignee} are logins or {@code none}; {@code min} is money a
 * year; {@code reason} is a code of the tree or {@code unknown}, {@code from} and {@code to} days
 * of opening; {@code goods} stood in the last purchase; {@code event} began about when the silence
 * did; {@code work} is {@code new} (nobody ever did anything), {@code untouched} (nobody acted
 * within the firm's days), {@code uncontacted}, {@code no-next} (nothing is planned) or {@code
 * touched}.
 */
public record LostFilter(
    @Nullable String q,
    @Nullable String stage,
    @Nullable String signal,
    @Nullable String owner,
    @Nullable String assignee,
    @Nullable String min,
    @Nullable String sort,
    @Nullable String abc,
    @Nullable String xyz,
    @Nullable String vip,
    @Nullable String group,
    @Nullable String reason,
    @Nullable String lostBy,
    @Nullable String from,
    @Nullable String to,
    @Nullable String goods,
    @Nullable String event,
    @Nullable String work) {

  /** All open lapses. */
  public static final LostFilter ALL =
      new LostFilter(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null);

  /** All losses but merged and false ones that were opened in these days. */
  public static LostFilter opened(@Nullable String from, @Nullable String to) {
    return new LostFilter(
        null, "ever", null, null, null, null, null, null, null, null, null, null, null, from, to,
        null, null, null);
  }

  /** The same, of one reason, with these goods in the last order, of who lost them. */
  public LostFilter narrowed(
      @Nullable String why, @Nullable String bought, @Nullable String loser) {
    return new LostFilter(
        q, stage, signal, owner, assignee, min, sort, abc, xyz, vip, group, why, loser, from, to,
        bought, event, work);
  }

  /** Open losses by what was done. */
  public static LostFilter work(String work) {
    return new LostFilter(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, work);
  }

  /** The same out of the address of a list, as it is stored; what it does not know is ignored. */
  public static LostFilter of(String query) {
    var said = Query.of(query);
    return new LostFilter(
        said.get("q"),
        said.get("stage"),
        said.get("signal"),
        said.get("owner"),
        said.get("assignee"),
        said.get("min"),
        said.get("sort"),
        said.get("abc"),
        said.get("xyz"),
        said.get("vip"),
        said.get("group"),
        said.get("reason"),
        said.get("lostBy"),
        said.get("from"),
        said.get("to"),
        said.get("goods"),
        said.get("event"),
        said.get("work"));
  }

  static final String RHYTHM = "rhythm";

  /** How he is lost (DET-13), or that he came once and has no rhythm of his own (DET-02). */
  static final List<String> MANNERS = List.of("sleeping", "left", "once");

  /**
   * What was done: nothing at all (or since the day to which it was put off), nothing for some
   * days, no call or letter (MEA-13), nothing planned, something.
   */
  public static final List<String> WORK =
      List.of("new", "untouched", "uncontacted", "no-next", "touched");

  public LostSort order() {
    return LostSort.of(sort);
  }

  /** Refused when the address says what it cannot mean. */
  public void check() {
    order();
    params();
  }

  /** Whether open losses alone are shown, of which a customer has one at most. */
  public boolean ofOpen() {
    return LostStages.asked(text(stage)).stream().map(Stage::valueOf).allMatch(Stage::open);
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>(Search.params(q));
    params.put("stages", LostStages.asked(text(stage)).toArray(String[]::new));
    params.put("signal", signalAsked());
    params.put("owner", text(owner));
    params.put("assignee", text(assignee));
    params.put("min", minimum());
    params.put("reason", text(reason));
    params.put("lostBy", text(lostBy));
    var opened = DaySpan.of(from, to);
    params.put("from", opened.from());
    params.put("to", opened.to());
    params.put("goods", goods == null || goods.isBlank() ? null : goods.strip());
    params.put("event", number(event));
    params.put("work", workAsked());
    params.put("direction", LostStages.direction(text(stage)));
    return params;
  }

  CategoryFilter category() {
    return CategoryFilter.of(abc, xyz, vip, group, null);
  }

  private @Nullable String signalAsked() {
    var asked = text(signal);
    if (asked == null
        || asked.equals(RHYTHM)
        || MANNERS.contains(asked)
        || asked.matches("[1-9]\\d{0,3}")
        || known(asked)) {
      return asked;
    }
    throw Refused.field("signal", "refused.signal", asked);
  }

  private @Nullable String workAsked() {
    var asked = text(work);
    if (asked != null && !WORK.contains(asked)) {
      throw Refused.field("work", "team.refused.work", asked, String.join(", ", WORK));
    }
    return asked;
  }

  private static boolean known(String code) {
    return Arrays.stream(SignalKind.values()).anyMatch(kind -> kind.code().equals(code));
  }

  private @Nullable BigDecimal minimum() {
    var asked = text(min);
    if (asked != null && !asked.matches("\\d{1,12}(\\.\\d{1,2})?")) {
      throw Refused.field("min", "refused.min", asked);
    }
    return asked == null ? null : new BigDecimal(asked);
  }

  private static @Nullable Long number(@Nullable String value) {
    var asked = text(value);
    if (asked != null && !asked.matches("\\d{1,18}")) {
      throw Refused.field("event", "refused.event", asked);
    }
    return asked == null ? null : Long.valueOf(asked);
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip().toLowerCase(Locale.ROOT);
  }
}
