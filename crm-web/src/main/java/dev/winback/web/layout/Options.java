package dev.winback.web.layout;

import dev.winback.lapse.Stage;
import dev.winback.reason.Reason;
import dev.winback.signal.SignalKind;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The choices of long selects, by {@code layout/option}; templates reach it as {@code @options}. A
 * firm with a hundred members has three hundred on the lost list alone.
 */
@Component("options")
public class Options {

  private final Shapes shapes;
  private final Wording wording;
  private final ReasonWords reasons;

  Options(Shapes shapes, Wording wording, ReasonWords reasons) {
    this.shapes = shapes;
    this.wording = wording;
    this.reasons = reasons;
  }

  /** By login and name; nobody is chosen by null. */
  public String members(Collection<MemberRow> members, @Nullable String chosen) {
    return of(members, MemberRow::login, MemberRow::name, chosen);
  }

  /** The active ones who can be given a loss; none is chosen. */
  public String reps(Collection<MemberRow> members) {
    return members(members.stream().filter(m -> m.active() && m.role() == Role.REP).toList(), null);
  }

  public String stages(@Nullable String chosen) {
    return of(List.of(Stage.values()), Stage::code, s -> wording.of("stage." + s), chosen);
  }

  public String signals(Collection<SignalKind> kinds, @Nullable String chosen) {
    return of(kinds, SignalKind::code, k -> wording.of("signal.kind." + k.code()), chosen);
  }

  public String reasons(Collection<Reason> tree, @Nullable String chosen) {
    return of(tree, Reason::code, reasons::of, chosen);
  }

  private <T> String of(
      Collection<T> choices,
      Function<T, String> value,
      Function<T, String> words,
      @Nullable String chosen) {
    var select = new StringBuilder();
    for (T choice : choices) {
      var code = value.apply(choice);
      shapes.write(
          select,
          "layout/option",
          Map.of("chosen", code.equals(chosen)),
          Map.of("value", code, "words", words.apply(choice)));
    }
    return select.toString();
  }
}
