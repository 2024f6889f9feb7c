package dev.winback.letter;

import dev.winback.letter.LetterFrame.Pieces;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The frames of letters, each written down before the first letter in it. */
@Component
class LetterFrames {

  private final JdbcClient jdbc;

  LetterFrames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Asked each time: a node that only remembered would not see that the database was set back. */
  void keep(List<Journal.Entry> page) {
    var frames = new HashMap<String, LetterFrame>();
    for (var entry : page) {
      var frame = entry.rendered.frame();
      if (frame != null) {
        frames.put(frame.key(), frame);
      }
    }
    if (!frames.isEmpty()) {
      written(frames.keySet()).forEach(frames::remove);
      frames.values().forEach(this::write);
    }
  }

  private List<String> written(Set<String> keys) {
    return jdbc.sql("select key from letter_frame where key = any (:keys)")
        .param("keys", keys.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private void write(LetterFrame frame) {
    jdbc.sql(
            """
            insert into letter_frame (key, html, html_places, text, text_places)
            values (:key, :html, :html_places, :text, :text_places)
            on conflict do nothing
            """)
        .param("key", frame.key())
        .param("html", pieces(frame.html()))
        .param("html_places", places(frame.html()))
        .param("text", pieces(frame.text()))
        .param("text_places", places(frame.text()))
        .update();
  }

  private static String[] pieces(Pieces text) {
    return text.pieces().toArray(String[]::new);
  }

  private static Integer[] places(Pieces text) {
    return text.places().toArray(Integer[]::new);
  }
}
