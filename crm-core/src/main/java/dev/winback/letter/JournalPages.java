package dev.winback.letter;

import dev.winback.letter.Journal.Entry;
import dev.winback.letter.Journal.Sent;
import dev.winback.shared.Sql;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction of the journal: answers, then the announcements that nothing stands against. */
@Component
class JournalPages {

  private static final String LOCK = Sql.of(JournalPages.class, "journal-lock.sql");
  private static final String ANNOUNCE = Gate.around("journal-announce.sql");

  private final JdbcClient jdbc;
  private final Gate gate;
  private final Results results;
  private final Announcements announcements;
  private final LetterFrames frames;

  JournalPages(
      JdbcClient jdbc,
      Gate gate,
      Results results,
      Announcements announcements,
      LetterFrames frames) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.results = results;
    this.announcements = announcements;
    this.frames = frames;
  }

  /** What became of an announcement; busy: somebody else holds its mailbox or its lapse. */
  enum Verdict {
    ANNOUNCED,
    REFUSED,
    BUSY
  }

  private record Announced(long id, long number) {}

  @Transactional
  Map<Entry, Verdict> write(List<Entry> page, List<Sent> answers) {
    gate.keepPlans();
    if (!answers.isEmpty()) {
      results.sent(answers);
    }
    var verdicts = new HashMap<Entry, Verdict>();
    page.forEach(entry -> verdicts.put(entry, Verdict.BUSY));
    var free = free(page);
    if (!free.isEmpty()) {
      var announced = announced(free);
      free.forEach(entry -> verdicts.put(entry, verdict(entry, announced)));
    }
    return verdicts;
  }

  /** A page of one letter, which waits for whoever holds its mailbox or its lapse. */
  @Transactional
  boolean alone(Entry entry) {
    gate.keepPlans();
    gate.lock(entry.letter);
    return verdict(entry, announced(List.of(entry))) == Verdict.ANNOUNCED;
  }

  private List<Entry> free(List<Entry> page) {
    if (page.isEmpty()) {
      return page;
    }
    var free =
        new HashSet<>(
            jdbc.sql(LOCK)
                .param("ids", column(page, entry -> entry.letter.id().value(), Long[]::new))
                .param("addresses", column(page, entry -> entry.letter.address(), String[]::new))
                .param("lapses", column(page, JournalPages::lapse, Long[]::new))
                .query(Long.class)
                .list());
    return page.stream().filter(entry -> free.contains(entry.letter.id().value())).toList();
  }

  private static @Nullable Long lapse(Entry entry) {
    var lapse = entry.letter.lapse();
    return lapse == null ? null : lapse.value();
  }

  private Set<Long> announced(List<Entry> letters) {
    frames.keep(letters);
    var ids = column(letters, entry -> entry.letter.id().value(), Long[]::new);
    var rows =
        gate.ask(ANNOUNCE, ids)
            .param("letters", ids)
            .param("noted", announcements.last())
            .param("nodes", column(letters, entry -> entry.node, String[]::new))
            .param(
                "margins", column(letters, entry -> entry.margin.toMillis() / 1e3, Double[]::new))
            .param(
                "reply_waits",
                column(letters, entry -> entry.replyWait.toMillis() / 1e3, Double[]::new))
            .param("subjects", column(letters, entry -> entry.rendered.subject(), String[]::new))
            .param("frames", column(letters, entry -> entry.rendered.frameKey(), String[]::new))
            .param("words", column(letters, entry -> entry.rendered.keptWords(), String[]::new))
            .param("htmls", column(letters, entry -> entry.rendered.keptHtml(), String[]::new))
            .param("texts", column(letters, entry -> entry.rendered.keptText(), String[]::new))
            .query(Announced.class)
            .list();
    rows.stream().mapToLong(Announced::number).max().ifPresent(announcements::made);
    var announced = new HashSet<Long>();
    rows.forEach(row -> announced.add(row.id()));
    if (announced.size() < letters.size()) {
      announcements.missing();
    }
    return announced;
  }

  /** The gate's reason holds the letter of its own node; another owner's is left alone. */
  private Verdict verdict(Entry entry, Set<Long> announced) {
    long id = entry.letter.id().value();
    if (announced.contains(id)) {
      return Verdict.ANNOUNCED;
    }
    gate.hold(entry.node, id);
    return Verdict.REFUSED;
  }

  private static <T> @Nullable T[] column(
      List<Entry> page,
      Function<Entry, @Nullable T> part,
      java.util.function.IntFunction<@Nullable T[]> array) {
    return page.stream().map(part).toArray(array);
  }
}
