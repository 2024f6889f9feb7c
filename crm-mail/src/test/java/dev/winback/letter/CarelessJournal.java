package dev.winback.letter;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The negative control: claim, send, mark at the end, send stale claims again. It must fail the
 * count that the real one passes.
 */
public class CarelessJournal extends Journal {

  private final JdbcClient jdbc;

  CarelessJournal(JdbcClient jdbc, JournalPages pages, Outbox outbox) {
    super(pages, outbox);
    this.jdbc = jdbc;
  }

  @Override
  public boolean announce(
      DueLetter letter,
      RenderedLetter rendered,
      String node,
      Duration margin,
      Duration replyWait,
      LongConsumer committed) {
    committed.accept(System.nanoTime());
    return true;
  }

  @Override
  public void sent(LetterId id, String node, int code, String reply) {
    jdbc.sql("update letter set state = 'SENT', sent_at = now() where id = :id and node = :node")
        .param("id", id.value())
        .param("node", node)
        .update();
  }
}
