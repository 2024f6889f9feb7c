package dev.winback.letter;

import dev.winback.letter.LetterFrame.Pieces;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The frames of letters, each written down before the first letter in it. */
@Component
class LetterFrames {

  private final JdbcClient jdbc;
  private final Set<String> written = ConcurrentHashMap.newKeySet();

  LetterFrames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(List<Journal.Entry> page) {
    var fresh = new HashSet<String>();
    page.stream()
        .map(entry -> entry.rendered.frame())
        .filter(Objects::nonNull)
        .filter(frame -> !written.contains(frame.key()) && fresh.add(frame.key()))
        .forEach(this::write);
    if (!fresh.isEmpty()) {
      remember(fresh);
    }
  }

  /** The database may have been set back: they are written again. */
  void forget() {
    written.clear();
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

  private void remember(Set<String> keys) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            written.addAll(keys);
          }
        });
  }
}
