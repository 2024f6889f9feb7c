package dev.winback.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a file in a column that was taken for one of ours with a few words only: those of
 * the first rows that are none of ours, and others that were explained.
 */
final class SampleWords {

  /** More are no words of a state. */
  private static final int MOST = 30;

  private final Header header;
  private final List<RawRow> sample;
  private final Mapping mapping;

  SampleWords(Header header, List<RawRow> sample, Mapping mapping) {
    this.header = header;
    this.sample = sample;
    this.mapping = mapping;
  }

  List<MappingView.Word> of(String column) {
    var type = mapping.rows();
    var ours = ours(column);
    var allowed = type == null || ours == null ? List.<String>of() : type.words(ours);
    return ours == null || allowed.isEmpty() ? List.of() : of(column, ours, allowed);
  }

  private @Nullable String ours(String column) {
    return mapping.columns().entrySet().stream()
        .filter(one -> Header.plain(one.getValue()).equals(column))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private List<MappingView.Word> of(String column, String ours, List<String> allowed) {
    var words = new LinkedHashMap<String, MappingView.Word>();
    for (var row : sample) {
      var text = header.cells(row).get(column);
      if (text != null && words.size() < MOST && !ownWord(text, allowed)) {
        add(words, text, mapping.meaning(ours, text, allowed), allowed);
      }
    }
    mapping
        .words()
        .getOrDefault(ours, Map.of())
        .forEach((text, said) -> add(words, text, said, allowed));
    return List.copyOf(words.values());
  }

  private static void add(
      Map<String, MappingView.Word> words,
      String text,
      @Nullable String ours,
      List<String> allowed) {
    boolean certain = FileWords.certain(text, allowed) != null;
    words.putIfAbsent(HeaderWord.bare(text), new MappingView.Word(text, ours, certain));
  }

  /** Of yes and no what every language writes is known well enough; a state is shown to be seen. */
  private boolean ownWord(String text, List<String> allowed) {
    return mapping.empty().contains(text)
        || allowed.stream().anyMatch(text::equalsIgnoreCase)
        || allowed.equals(FileWords.YES_NO) && FileWords.flag(text) != null;
  }
}
