package dev.winback.letter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is different between two versions of a letter, field by field and line by line. */
public record TemplateDiff(List<Field> fields) {

  private static final long MOST_CELLS = 1_000_000;

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

  /** What both begin and end with stays; between them lines are compared. */
  private static List<Line> lines(List<String> old, List<String> now) {
    int shorter = Math.min(old.size(), now.size());
    int head = 0;
    while (head < shorter && old.get(head).equals(now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
      tail++;
    }
    var lines = new ArrayList<Line>(all(Change.SAME, old.subList(0, head)));
    lines.addAll(
        between(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail)));
    lines.addAll(all(Change.SAME, old.subList(old.size() - tail, old.size())));
    return Collections.unmodifiableList(lines);
  }

  private static List<Line> all(Change change, List<String> texts) {
    return texts.stream().map(text -> new Line(change, text)).toList();
  }

  /** By the longest common sequence of lines; of texts too long for that all is new. */
  private static List<Line> between(List<String> old, List<String> now) {
    if ((long) old.size() * now.size() > MOST_CELLS) {
      var lines = new ArrayList<Line>(all(Change.GONE, old));
      lines.addAll(all(Change.NEW, now));
      return lines;
    }
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
    return lines;
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
