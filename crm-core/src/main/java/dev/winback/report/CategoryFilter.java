package dev.winback.report;

import dev.winback.category.Abc;
import dev.winback.category.Criterion;
import dev.winback.category.SecondCategory;
import dev.winback.category.Xyz;
import dev.winback.shared.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the addresses of lists say of the categories of a row {@code k}: only the conditions that
 * are asked for become part of the statement, so that each can use its own index. The words are
 * ours and stand in it themselves: a letter is compared with a parameter as a text, and no index
 * knows letters as texts.
 */
record CategoryFilter(List<String> conditions) {

  private static final String NO_VIP = "k.vip is not true";

  /** Whoever has a category is a VIP or is none, and of that an index is in the order. */
  private static final String NOT_VIP = "not k.vip";

  private static final Map<String, String> VIP =
      Map.of(
          "true", "k.vip",
          "yes", "k.vip",
          "false", NO_VIP,
          "no", NO_VIP,
          "fallen", "k.fallen",
          "candidate", "k.candidate");

  static CategoryFilter of(
      @Nullable String abc,
      @Nullable String xyz,
      @Nullable String vip,
      @Nullable String group,
      @Nullable String second) {
    var filter = new CategoryFilter(new ArrayList<>());
    filter.one("abc", abc, names(Abc.values()));
    filter.one("xyz", xyz, names(Xyz.values()));
    filter.one("second", second, names(SecondCategory.values()));
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

  private void one(String name, @Nullable String asked, List<String> allowed) {
    var word = word(asked);
    if (word == null) {
      return;
    }
    if (!allowed.contains(word.toUpperCase(Locale.ROOT))) {
      throw Refused.field(name, "refused.category.filter", word);
    }
    conditions.add(is(name, name.equals("second") ? word : word.toUpperCase(Locale.ROOT)));
  }

  private static String is(String name, Object word) {
    return "k.%s = '%s'".formatted(name, word);
  }

  private void group(@Nullable String asked) {
    var word = word(asked);
    if (word == null) {
      return;
    }
    if (!word.matches("[1-4]")) {
      throw Refused.field("group", "refused.category.filter", word);
    }
    conditions.add("k.priority_group = " + word);
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
    conditions.add(narrows() ? condition.replace(NO_VIP, NOT_VIP) : condition);
  }

  private static @Nullable String word(@Nullable String asked) {
    return asked == null || asked.isBlank() ? null : asked.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether only customers with a category are asked for: then their value gives the order. */
  boolean narrows() {
    return conditions.stream().anyMatch(condition -> !condition.equals(NO_VIP));
  }

  /**
   * The same as whole cells, where one letter of them is all that is asked for, and a group by its
   * letters: customers are kept in the order of value by both.
   */
  List<CategoryFilter> cells() {
    var asked = conditions.stream().filter(condition -> !condition.equals(NOT_VIP)).toList();
    var only = asked.size() == 1 ? asked.get(0) : "";
    if (only.startsWith("k.abc = ")) {
      return each("xyz", Xyz.values());
    }
    if (only.startsWith("k.priority_group = ")) {
      return each("abc", Abc.values());
    }
    return only.startsWith("k.xyz = ") ? each("abc", Abc.values()) : List.of(this);
  }

  private List<CategoryFilter> each(String name, Enum<?>[] words) {
    return Arrays.stream(words)
        .map(word -> Stream.concat(conditions.stream(), Stream.of(is(name, word))).toList())
        .map(CategoryFilter::new)
        .toList();
  }

  /** The statement over a table with the conditions in the place that is kept for them. */
  String in(String sql, String table) {
    var all = conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    return sql.replace("/*category*/", all.replace("k.", table + "."));
  }
}
