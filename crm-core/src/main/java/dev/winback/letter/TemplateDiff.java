package dev.winback.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is different between two versions of a letter, field by field and line by line. */
public record TemplateDiff(List<Field> fields) {

  /** One text of the letter with all its lines; the name is that of the form's field. */
  public record Field(String name, List<Line> lines) {}

  /** A line that stayed, went or came. */
  public record Line(Change change, String text) {}

  /** What happened to a line. */
  public enum Change {
    SAME,
    GONE,
    NEW;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Only the fields that differ. */
  public static TemplateDiff of(LetterTemplate before, LetterTemplate after) {
    var fields = new ArrayList<Field>();
    var then = texts(before);
    texts(after)
        .forEach(
            (name, text) -> {
              var old = then.getOrDefault(name, "");
              if (!old.equals(text)) {
                fields.add(new Field(name, lines(old.lines().toList(), text.lines().toList())));
              }
            });
    return new TemplateDiff(List.copyOf(fields));
  }

  private static Map<String, String> texts(LetterTemplate template) {
    var texts = new java.util.LinkedHashMap<String, String>();
    template.texts().forEach(text -> texts.put(text.getKey(), text.getValue()));
    texts.put("buttonUrl", template.buttonUrl());
    texts.put("asksReply", template.asksReply() ? "✓" : "–");
    var words = new StringBuilder();
    new TreeMap<>(template.fallbacks())
        .forEach((name, text) -> words.append(name).append(": ").append(text).append('\n'));
    texts.put("fallbacks", words.toString());
    return texts;
  }

  /** By the longest common sequence of lines; letters are short. */
  private static List<Line> lines(List<String> old, List<String> now) {
    int[][] common = common(old, now);
    var lines = new ArrayList<Line>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(new Line(Change.SAME, old.get(i++)));
        j++;
      } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
        lines.add(new Line(Change.GONE, old.get(i++)));
      } else {
        lines.add(new Line(Change.NEW, now.get(j++)));
      }
    }
    return Collections.unmodifiableList(lines);
  }

  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
