package dev.winback.importing;

import dev.winback.shared.Staging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one run has read, stored batch by batch: facts to be settled, and rows that come back. */
class Batches implements AutoCloseable {

  private static final int ROWS = 20_000;

  /** Characters of a batch, whatever a row holds; two batches are in memory at once. */
  private static final long CHARACTERS = 4_000_000;

  private final long id;
  private final ImportFile file;
  private final Feed feed;
  private final @Nullable Grouped grouped;
  private final Run.Tools tools;
  private final Rejections rejections;
  private final Ahead ahead = new Ahead();
  private long rows;
  private int waiting;
  private long characters;

  Batches(long id, ImportFile file, Feed feed, @Nullable Grouped grouped, Run.Tools tools) {
    this.id = id;
    this.file = file;
    this.feed = feed;
    this.grouped = grouped;
    this.tools = tools;
    rejections = new Rejections(id, tools);
  }

  void reject(List<RawRow> fact, BadCell bad) {
    rejections.add(fact, bad.in(file.header().written(bad.column())));
    passed(fact);
  }

  /** As {@link #reject}, of rows that were counted when they were read. */
  void giveBack(List<RawRow> fact, BadCell bad) {
    rows -= fact.size();
    reject(fact, bad);
  }

  void passed(List<RawRow> fact) {
    long length = 0;
    for (var row : fact) {
      length += row.length();
    }
    passed(fact.size(), length);
  }

  void passed(int fact, long length) {
    rows += fact;
    waiting += fact;
    characters += length;
    if (waiting >= ROWS || characters >= CHARACTERS) {
      flush();
    }
  }

  /** Only a fact of one row is copied while the next is read: grouped rows keep one connection. */
  void flush() {
    if (tools.closing().getAsBoolean()) {
      throw new Superseded();
    }
    ahead.run(batch());
    if (grouped != null) {
      ahead.await();
    }
    waiting = 0;
    characters = 0;
  }

  /** What was read so far, to be stored in one transaction. */
  private Runnable batch() {
    var facts = feed.taken(Staging.ofRun(id));
    var back = rejections.taken();
    long read = rows;
    long rejected = rejections.count();
    long bytes = file.upload().bytesRead().get();
    return () ->
        tools.inTransaction(
            () -> {
              facts.run();
              if (grouped != null) {
                grouped.storeWeights();
              }
              back.run();
              tools.runs().progress(id, read, rejected, bytes);
            });
  }

  /** Everything that was read is stored. */
  void end() {
    flush();
    ahead.await();
  }

  @Override
  public void close() {
    ahead.close();
  }
}
