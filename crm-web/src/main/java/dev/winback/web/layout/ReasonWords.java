package dev.winback.web.layout;

import dev.winback.reason.Reason;
import dev.winback.reason.Reasons;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.annotation.RequestScope;

/**
 * Reasons in words, the firm's own or the shipped ones; templates reach it as {@code @reasonWords}.
 * Read once for each request and only when asked.
 */
@Component
@RequestScope
public class ReasonWords {

  private final Reasons reasons;
  private final Wording wording;
  private @Nullable List<Reason> tree;

  ReasonWords(Reasons reasons, Wording wording) {
    this.reasons = reasons;
    this.wording = wording;
  }

  private List<Reason> tree() {
    if (tree == null) {
      tree = reasons.all();
    }
    return tree;
  }

  /** Also of codes that are no reasons: how a lapse ended, or a person's own words. */
  public String of(@Nullable String code) {
    if (code == null) {
      return "";
    }
    return tree().stream()
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .map(this::of)
        .orElseGet(() -> wording.orCode("task.reason.", code));
  }

  /** Null for none, and for a code that is no reason. */
  public @Nullable Reason find(@Nullable String code) {
    return tree().stream().filter(r -> r.code().equals(code)).findFirst().orElse(null);
  }

  public String of(Reason reason) {
    var own = reason.name();
    return own == null ? wording.orCode("reason.", reason.code()) : own;
  }

  /** The branches with what can be given, and the one that is given already. */
  public Map<String, List<Reason>> choices(@Nullable String given) {
    return tree().stream()
        .filter(reason -> !reason.retired() || reason.code().equals(given))
        .collect(
            Collectors.groupingBy(
                reason -> reason.branch().code(),
                java.util.LinkedHashMap::new,
                Collectors.mapping(Function.identity(), Collectors.toList())));
  }
}
