package dev.winback.report;

import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import dev.winback.signal.SignalKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the lost list says: {@code stage} is {@code open} (default), {@code all},
 * {@code won}, {@code ever} (all but merged and false ones) or one stage; {@code signal} is the
 * days of a class of silence, {@code rhythm}, {@code sleeping}, {@code left} or the code of a
 * signal; {@code owner} and {@code assignee} are logins or {@code none}; {@code min} is money a
 * year; {@code reason} is a code of the tree or {@code unknown}, {@code from} and {@code to} days
 * of opening; {@code goods} stood in the last purchase; {@code event} began about when the silence
 * did.
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
    @Nullable String event) {

  /** All open lapses. */
  public static final LostFilter ALL =
      new LostFilter(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null);

  /** All losses but merged and false ones that were opened in these days. */
  public static LostFilter opened(@Nullable String from, @Nullable String to) {
    return new LostFilter(
        null, "ever", null, null, null, null, null, null, null, null, null, null, null, from, to,
        null, null);
  }

  private static final String RHYTHM = "rhythm";

  /** How he is lost (DET-13). */
  private static final List<String> MANNERS = List.of("sleeping", "left");

  private static final List<String> OPEN = names(true);
  private static final List<String> WON = List.of("RETURNED", "RESTORED", "SAFE");
  private static final List<String> EVER =
      Arrays.stream(Stage.values())
          .filter(stage -> stage != Stage.MERGED && stage != Stage.FALSE_ALARM)
          .map(Stage::name)
          .toList();

  public LostSort order() {
    return LostSort.of(sort);
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>(Search.params(q));
    params.put("closed", stages().stream().allMatch(OPEN::contains) ? null : true);
    signal(params);
    or(params, "owner", text(owner), "no_owner");
    or(params, "assignee", text(assignee), "no_assignee");
    or(params, "lostBy", text(lostBy), "not_lost_by");
    params.put("min", minimum());
    boolean unknown = "unknown".equals(text(reason));
    params.put(unknown ? "no_reason" : "reason", text(reason));
    params.put("from", day("from", from));
    params.put("to", day("to", to));
    params.put("goods", goods == null || goods.isBlank() ? null : goods.strip());
    params.put("event", number(event));
    params.putAll(category().params());
    return params;
  }

  private static void or(
      Map<String, Object> params, String name, @Nullable String login, String nobody) {
    params.put("none".equals(login) ? nobody : name, login);
  }

  /** One of five conditions: how he is lost, a class of silence, or a kind of signal. */
  private void signal(Map<String, Object> params) {
    var asked = signalAsked();
    if (asked != null) {
      boolean own = asked.equals(RHYTHM) || MANNERS.contains(asked);
      params.put(own ? asked : asked.matches("\\d+") ? "class" : "kind", asked);
    }
  }

  /**
   * The stages as they stand in a statement: names of our own, so that a plan can count on them.
   */
  String stageNames() {
    return stages().stream().collect(Collectors.joining("', '", "'", "'"));
  }

  CategoryFilter category() {
    return CategoryFilter.of(abc, xyz, vip, group, null);
  }

  private List<String> stages() {
    var asked = text(stage);
    if (asked == null || asked.equals("open")) {
      return OPEN;
    }
    return switch (asked) {
      case "all" -> Arrays.stream(Stage.values()).map(Stage::name).toList();
      case "won" -> WON;
      case "ever" -> EVER;
      default -> List.of(one(asked).name());
    };
  }

  private static Stage one(String code) {
    return Arrays.stream(Stage.values())
        .filter(s -> s.code().equals(code))
        .findFirst()
        .orElseThrow(() -> Refused.field("stage", "refused.stage", code));
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

  private static @Nullable LocalDate day(String field, @Nullable String value) {
    var asked = text(value);
    try {
      return asked == null ? null : LocalDate.parse(asked);
    } catch (DateTimeParseException e) {
      throw Refused.field(field, "refused.day", asked);
    }
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip().toLowerCase(Locale.ROOT);
  }

  private static List<String> names(boolean open) {
    return Arrays.stream(Stage.values()).filter(s -> s.open() == open).map(Stage::name).toList();
  }
}
