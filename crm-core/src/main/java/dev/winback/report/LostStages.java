package dev.winback.report;

import dev.winback.lapse.Stage;
import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The stages that a word of the lost list means. */
class LostStages {

  private static final String EVER = "ever";
  private static final String DIRECTION = "direction-changed";

  private LostStages() {}

  static List<String> asked(@Nullable String word) {
    return switch (word == null ? "open" : word) {
      case "open" -> names(Stage::open);
      case "all" -> names(stage -> true);
      case "won" -> names(s -> s == Stage.RETURNED || s == Stage.RESTORED || s == Stage.SAFE);
      case EVER -> names(stage -> stage != Stage.MERGED && stage != Stage.FALSE_ALARM);
      case DIRECTION -> List.of(Stage.NOT_WANTED.name());
      default -> one(String.valueOf(word));
    };
  }

  /** Those of a changed direction alone, all but them, or (null) both. */
  static @Nullable Boolean direction(@Nullable String word) {
    return DIRECTION.equals(word) ? Boolean.TRUE : EVER.equals(word) ? Boolean.FALSE : null;
  }

  private static List<String> one(String code) {
    var named = names(stage -> stage.code().equals(code));
    if (named.isEmpty()) {
      throw Refused.field("stage", "refused.stage", code);
    }
    return named;
  }

  private static List<String> names(Predicate<Stage> which) {
    return Arrays.stream(Stage.values()).filter(which).map(Stage::name).toList();
  }
}
