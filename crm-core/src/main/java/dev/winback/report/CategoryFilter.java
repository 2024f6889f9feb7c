package dev.winback.report;

import dev.winback.category.Abc;
import dev.winback.category.Criterion;
import dev.winback.category.SecondCategory;
import dev.winback.category.Xyz;
import dev.winback.shared.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the addresses of lists say of categories {@code k}: only the conditions that are asked for
 * become part of the statement, so that each can use its own index.
 */
record CategoryFilter(List<String> conditions, Map<String, Object> params) {

  private static final Map<String, String> VIP =
      Map.of(
          "true", "k.vip",
          "yes", "k.vip",
          "false", "k.vip is not true",
          "no", "k.vip is not true",
          "fallen", "k.fallen",
          "candidate", "k.candidate");

  static CategoryFilter of(
      @Nullable String abc,
      @Nullable String xyz,
      @Nullable String vip,
      @Nullable String group,
      @Nullable String second) {
    var filter = new CategoryFilter(new ArrayList<>(), new HashMap<>());
    filter.one("abc", "k.abc = :abc", abc, names(Abc.values()));
    filter.one("xyz", "k.xyz = :xyz", xyz, names(Xyz.values()));
    filter.one("second", "k.second = :second", second, names(SecondCategory.values()));
    filter.group(group);
    filter.vip(vip);
    return filter;
  }

  /** Who is A by the criteria that are named with commas between, and by none of the others. */
  CategoryFilter front(@Nullable String by, @Nullable String notBy) {
    var in = criteria("aBy", by);
    var out = criteria("notABy", notBy);
    if (!in.isEmpty()) {
      conditions.add("k.a_by <> 0 and k.a_by in (" + Criterion.bits(in, out) + ")");
    } else if (!out.isEmpty()) {
      throw Refused.field("notABy", "refused.category.filter", String.valueOf(notBy));
    }
    return this;
  }

  private static Set<Criterion> criteria(String name, @Nullable String asked) {
    var words = word(asked);
    return words == null
        ? Set.of()
        : Arrays.stream(words.split(","))
            .map(word -> Criterion.of(word.strip()).orElseThrow(() -> refused(name, word)))
            .collect(Collectors.toSet());
  }

  private static Refused refused(String name, String word) {
    return Refused.field(name, "refused.category.filter", word);
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private void one(String name, String condition, @Nullable String asked, List<String> allowed) {
    var word = word(asked);
    if (word == null) {
      return;
    }
    if (!allowed.contains(word.toUpperCase(Locale.ROOT))) {
      throw Refused.field(name, "refused.category.filter", word);
    }
    conditions.add(condition);
    params.put(name, name.equals("second") ? word : word.toUpperCase(Locale.ROOT));
  }

  private void group(@Nullable String asked) {
    var word = word(asked);
    if (word == null) {
      return;
    }
    if (!word.matches("[1-4]")) {
      throw Refused.field("group", "refused.category.filter", word);
    }
    conditions.add("k.priority_group = :priority_group");
    params.put("priority_group", Integer.valueOf(word));
  }

  private void vip(@Nullable String asked) {
    var word = word(asked);
    if (word == null) {
      return;
    }
    var condition = VIP.get(word);
    if (condition == null) {
      throw Refused.field("vip", "refused.category.filter", word);
    }
    conditions.add(condition);
  }

  private static @Nullable String word(@Nullable String asked) {
    return asked == null || asked.isBlank() ? null : asked.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether only customers with a category are asked for: then their value gives the order. */
  boolean narrows() {
    return conditions.stream().anyMatch(condition -> !condition.endsWith("is not true"));
  }

  /** The statement with the conditions in the place that is kept for them. */
  String in(String sql) {
    return in(sql, "k");
  }

  /** The same over another table that has the categories. */
  String in(String sql, String table) {
    var all = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    return sql.replace("/*category*/", all.replace("k.", table + "."));
  }
}
