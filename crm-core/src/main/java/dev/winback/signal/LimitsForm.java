package dev.winback.signal;

import dev.winback.shared.Refused;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Reads limits as a form or a script writes them; what is not named stays. */
@Component
class LimitsForm {

  private static final TypeReference<LinkedHashMap<String, Object>> FIELDS =
      new TypeReference<>() {};
  private static final int CLASSES = 3;

  /** From 1 to 9999, which is more than a person remembers. */
  private static final Pattern DAYS = Pattern.compile("[1-9]\\d{0,3}");

  private final ObjectMapper json;

  LimitsForm(ObjectMapper json) {
    this.json = json;
  }

  /** Refused with the field that is wrong. */
  Limits read(Limits before, Map<String, ?> written) {
    var fields = json.convertValue(before, FIELDS);
    written.forEach((name, value) -> fields.put(name, value(name, value)));
    var limits = json.convertValue(fields, Limits.class);
    requireOrder(limits);
    return limits;
  }

  private static @Nullable Object value(String name, @Nullable Object written) {
    return switch (name) {
      case "classes" -> classes(written);
      case "off" -> rules(written);
      default ->
          Limit.ofField(name)
              .orElseThrow(() -> Refused.field(name, "refused.limit.unknown", name))
              .read(written);
    };
  }

  private static List<Integer> classes(@Nullable Object written) {
    var classes = words(written).stream().filter(DAYS.asMatchPredicate()).map(Integer::valueOf);
    var ascending = classes.sorted().distinct().toList();
    if (ascending.size() != CLASSES
        || !words(written).equals(ascending.stream().map(String::valueOf).toList())) {
      throw Refused.field("classes", "refused.limit.classes", String.join(", ", words(written)));
    }
    return ascending;
  }

  private static Set<SignalKind> rules(@Nullable Object written) {
    var rules = new LinkedHashSet<SignalKind>();
    for (var word : words(written)) {
      rules.add(
          Arrays.stream(SignalKind.values())
              .filter(kind -> kind.code().equals(word))
              .findFirst()
              .orElseThrow(() -> Refused.field("off", "refused.limit.rule", word)));
    }
    return rules;
  }

  /** A list, or words with commas between. */
  private static List<String> words(@Nullable Object written) {
    var words =
        written instanceof Collection<?> many
            ? many.stream().map(String::valueOf)
            : Stream.of((written == null ? "" : written.toString()).split("[,;/\\s]+"));
    return words.map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  private static void requireOrder(Limits limits) {
    if (!limits.classes().contains(limits.lostClass())) {
      throw Refused.field("lostClass", "refused.limit.lost-class", limits.lostClass());
    }
    if (limits.lostShare().compareTo(limits.lateShare()) > 0) {
      throw Refused.field("lostShare", "refused.limit.order");
    }
    if (limits.lostTimes().compareTo(limits.lateTimes()) < 0) {
      throw Refused.field("lostTimes", "refused.limit.order");
    }
  }
}
