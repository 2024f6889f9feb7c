package dev.winback.shop;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A delivery that a person has to look at, with the word for why and its figures. */
class Unreadable extends RuntimeException {

  private final String reason;
  private final transient List<Object> figures;

  Unreadable(String reason, @Nullable Object... figures) {
    super(reason, null, false, false);
    this.reason = reason;
    this.figures =
        java.util.Arrays.stream(figures)
            .map(figure -> Objects.requireNonNullElse(figure, "?"))
            .toList();
  }

  String reason() {
    return reason;
  }

  List<Object> figures() {
    return figures;
  }
}
