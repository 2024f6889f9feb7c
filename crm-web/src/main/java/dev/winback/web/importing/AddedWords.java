package dev.winback.web.importing;

import dev.winback.importing.MappingView;
import dev.winback.shared.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words that somebody added below the columns of a mapping page, by the fields of its form. */
record AddedWords(Map<String, String> fields) {

  /** A word that was typed and whose meaning is not chosen yet stays in its field. */
  String of(int column, List<MappingView.Word> words) {
    for (int i = 0; fields.containsKey("t" + column + "-" + i); i++) {
      var text = text("t" + column + "-" + i);
      if (!text.isEmpty() && words.stream().noneMatch(word -> word.text().equals(text))) {
        return text;
      }
    }
    return "";
  }

  /**
   * The field for another word is the last one of its column: what is typed there needs a meaning.
   */
  List<Sentence> unexplained() {
    var unexplained = new ArrayList<Sentence>();
    for (int column = 0; fields.containsKey("n" + column); column++) {
      int words = 0;
      while (fields.containsKey("t" + column + "-" + words)) {
        words++;
      }
      var last = column + "-" + (words - 1);
      if (!text("t" + last).isEmpty() && text("w" + last).isEmpty()) {
        unexplained.add(Sentence.of("mapping.fault.word", text("t" + last), text("n" + column)));
      }
    }
    return unexplained;
  }

  private String text(String field) {
    return fields.getOrDefault(field, "").strip();
  }
}
