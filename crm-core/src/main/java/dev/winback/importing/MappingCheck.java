package dev.winback.importing;

import dev.winback.shared.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a mapping for a file. */
final class MappingCheck {

  private final Header header;
  private final Mapping mapping;
  private final List<Sentence> faults = new ArrayList<>();

  private MappingCheck(Header header, Mapping mapping) {
    this.header = header;
    this.mapping = mapping;
  }

  static List<Sentence> of(Header header, Mapping mapping) {
    var check = new MappingCheck(header, mapping);
    check.all();
    return check.faults;
  }

  private void all() {
    var type = mapping.rows();
    if (type == null) {
      fault("type", Values.shown(mapping.type()), words());
      return;
    }
    columns(type);
    lines(type);
    missing(type);
    choices();
    mapping.words().forEach((ours, said) -> words(type, ours, said));
  }

  private void words(ImportType type, String ours, @Nullable Map<String, String> said) {
    var allowed = type.words(ours);
    if (allowed.isEmpty() || !mapping.columns().containsKey(ours) || said == null) {
      fault("words-column", ours);
      return;
    }
    said.values().stream()
        .filter(word -> !allowed.contains(word))
        .forEach(word -> fault("words-word", word, ours, String.join(", ", allowed)));
  }

  private static String words() {
    return String.join(", ", Arrays.stream(ImportType.values()).map(ImportType::word).toList());
  }

  private void columns(ImportType type) {
    mapping
        .columns()
        .forEach(
            (ours, theirs) -> {
              if (!type.mapped().contains(ours)) {
                fault("unknown", ours, type.word());
              }
              there(theirs);
            });
  }

  private void there(@Nullable String theirs) {
    if (theirs != null && !theirs.isEmpty() && !header.has(Header.plain(theirs))) {
      fault("no-column", Values.shown(theirs));
    }
  }

  /** Rows are brought together by the number of the purchase. */
  private void lines(ImportType type) {
    var lines = mapping.lines();
    if (lines == null) {
      return;
    }
    there(lines.quantity());
    there(lines.price());
    there(lines.total());
    if (type != ImportType.PURCHASES) {
      fault("lines-type");
    } else if (!mapping.columns().containsKey("purchase")) {
      fault("lines-number");
    }
    if (lines.total() == null && (lines.quantity() == null || lines.price() == null)) {
      fault("lines-amount");
    }
  }

  private void missing(ImportType type) {
    Set<String> told = new HashSet<>(mapping.columns().keySet());
    if (mapping.lines() != null) {
      told.add("amount");
    }
    if (!MappedBuyer.columns(type).isEmpty()
        && told.add("customer")
        && !MappedBuyer.told(type, told)) {
      fault("customer", type.word());
    }
    var missing = type.required().stream().filter(column -> !told.contains(column)).toList();
    missing.forEach(column -> fault("missing", column, type.word()));
    if (missing.isEmpty() && type.missing(told) != null) {
      fault("missing", type.missing(told), type.word());
    }
  }

  private void choices() {
    var dates = mapping.dates();
    if (dates != null && !Set.of(Mapping.DAY_FIRST, Mapping.MONTH_FIRST).contains(dates)) {
      fault("dates", Values.shown(dates));
    }
    if (mapping.decimal() != null && !Set.of(".", ",").contains(mapping.decimal())) {
      fault("decimal", Values.shown(mapping.decimal()));
    }
    if (mapping.currency() != null && Sums.currency(mapping.currency()) == null) {
      fault("currency", Values.shown(mapping.currency()));
    }
  }

  private void fault(String code, @Nullable Object... figures) {
    faults.add(
        new Sentence(
            "importing.failed.mapping." + code,
            Arrays.stream(figures).map(f -> (Object) String.valueOf(f)).toList()));
  }
}
