package dev.winback.letter;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Announcements of all workers of this node in one durable commit (letters.md, "group commit"):
 * whoever comes first writes down what the others have brought meanwhile, and answers of the relay
 * ride with it, or are written by themselves where none comes soon: until then a node that dies
 * leaves them in doubt. No dot may follow before {@link #announce} has returned true.
 */
@Service
public class Journal {

  /** Milliseconds; a node at full speed turns a page more often than this. */
  private static final long ANSWERS_WAIT = 3;

  private final JournalPages pages;
  private final Outbox outbox;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();
  private final DotGaps gaps = new DotGaps();
  private final Queue<Sent> answers = new ConcurrentLinkedQueue<>();
  private final Soon recording = new Soon(ANSWERS_WAIT, this::flush);

  protected Journal(JournalPages pages, Outbox outbox) {
    this.pages = pages;
    this.outbox = outbox;
  }

  /** An answer that is not written down yet. */
  record Sent(LetterId letter, String node, int code, String reply) {}

  /** A letter that waits for its announcement; its fields are read under the lock. */
  static final class Entry {

    final DueLetter letter;
    final RenderedLetter rendered;
    final String node;
    final Duration margin;
    final Duration replyWait;
    private JournalPages.@Nullable Verdict verdict;
    private long committed;
    private @Nullable RuntimeException failure;

    Entry(
        DueLetter letter,
        RenderedLetter rendered,
        String node,
        Duration margin,
        Duration replyWait) {
      this.letter = letter;
      this.rendered = rendered;
      this.node = node;
      this.margin = margin;
      this.replyWait = replyWait;
    }

    private void learn(JournalPages.Verdict became, long at) {
      verdict = became;
      committed = at;
    }
  }

  /**
   * As {@link Outbox#announce}, with others; what another transaction holds is announced alone.
   * When it is committed the moment is told, by {@link System#nanoTime}.
   */
  public boolean announce(
      DueLetter letter,
      RenderedLetter rendered,
      String node,
      Duration margin,
      Duration replyWait,
      LongConsumer committed) {
    var entry = new Entry(letter, rendered, node, margin, replyWait);
    waiting.add(entry);
    var verdict = verdict(entry);
    if (verdict == JournalPages.Verdict.BUSY) {
      boolean alone = outbox.announce(letter, rendered, node, margin, replyWait);
      committed.accept(System.nanoTime());
      return alone;
    }
    committed.accept(entry.committed);
    return verdict == JournalPages.Verdict.ANNOUNCED;
  }

  /** The dot of a letter whose announcement was committed then is about to be written. */
  public void dotFollows(long committed) {
    gaps.follows(committed);
  }

  public DotGap gap() {
    return gaps.now();
  }

  private JournalPages.Verdict verdict(Entry entry) {
    turn.lock();
    try {
      if (entry.verdict == null && entry.failure == null) {
        write();
      }
      if (entry.verdict == null) {
        throw entry.failure == null ? new IllegalStateException("not written") : entry.failure;
      }
      return entry.verdict;
    } finally {
      turn.unlock();
    }
  }

  /** The receiver took it: written down with the next announcement of anybody, or soon. */
  public void sent(LetterId id, String node, int code, String reply) {
    answers.add(new Sent(id, node, code, reply));
    recording.ask();
  }

  /** What the last workers brought is written before the database is let go. */
  @PreDestroy
  void close() {
    recording.close();
    flush();
  }

  /** Writes down the answers that no announcement has taken along. */
  public void flush() {
    turn.lock();
    try {
      var taken = drained(answers);
      if (!taken.isEmpty()) {
        keeping(taken, () -> pages.write(List.of(), taken));
      }
    } finally {
      turn.unlock();
    }
  }

  /** An answer stays until it is written: unrecorded it makes a letter in doubt. */
  private void keeping(List<Sent> taken, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      answers.addAll(taken);
      throw e;
    }
  }

  private void write() {
    var page = page();
    var taken = drained(answers);
    try {
      keeping(
          taken,
          () -> {
            var verdicts = pages.write(page, taken);
            long committed = System.nanoTime();
            verdicts.forEach((entry, verdict) -> entry.learn(verdict, committed));
          });
    } catch (RuntimeException e) {
      page.forEach(entry -> entry.failure = e);
    }
  }

  /** Two letters to one mailbox, or of one loss, must see each other: the second waits its turn. */
  private List<Entry> page() {
    var mailboxes = new HashSet<String>();
    var page = new ArrayList<Entry>();
    for (var entry : drained(waiting)) {
      if (mailboxes.add(entry.letter.address().toLowerCase(java.util.Locale.ROOT))) {
        page.add(entry);
      } else {
        entry.verdict = JournalPages.Verdict.BUSY;
      }
    }
    return page;
  }

  private static <T> List<T> drained(Queue<T> queue) {
    var drained = new ArrayList<T>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      drained.add(next);
    }
    return drained;
  }
}
