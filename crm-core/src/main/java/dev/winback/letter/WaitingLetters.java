package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that have not left, as they would leave at this moment, and what would hold them: nothing
 * is sent that nobody could read (look.md, rule 9).
 */
@Service
@Transactional(readOnly = true)
public class WaitingLetters {

  /** So many letters of a rung are looked at before all of them are let go. */
  public static final int LOOKED_AT = 2_000;

  private static final String CONTENTS =
      Sql.of(WaitingLetters.class, "waiting-contents.sql") + Claims.CONTENTS;
  private static final String STOPPED = Gate.asReleased("waiting-stopped.sql");
  private static final String OF_RUNG = Sql.of(WaitingLetters.class, "waiting-of-rung.sql");

  private final LetterRows rows;
  private final Claims claims;
  private final FileLinks files;
  private final Gate gate;
  private final JdbcClient jdbc;
  private final BusinessClock clock;

  WaitingLetters(
      LetterRows rows,
      Claims claims,
      FileLinks files,
      Gate gate,
      JdbcClient jdbc,
      BusinessClock clock) {
    this.rows = rows;
    this.claims = claims;
    this.files = files;
    this.gate = gate;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Why a letter would stay here and until when, where the reason passes by itself. */
  public record Hold(LetterId letter, @Nullable HoldReason reason, @Nullable Instant until) {}

  /**
   * The letters of a rung that wait for a person: by reason those that would stay here if all of
   * them were let go now, before the share of the day, and the first of those that would leave,
   * else of all.
   */
  public record Review(long lookedAt, List<ReasonCount> stopped, List<LetterId> first) {

    public long leaves() {
      return lookedAt - stays().stream().mapToLong(ReasonCount::letters).sum();
    }

    /** Of those that leave, those that wait for the hours or the next day. */
    public long later() {
      return stopped.stream().filter(ReasonCount::opens).mapToLong(ReasonCount::letters).sum();
    }

    /** What a release changes nothing in. */
    public List<ReasonCount> stays() {
      return stopped.stream().filter(held -> !held.opens()).toList();
    }
  }

  /**
   * The customer's own letter with his own code, without a way out or a survey in his name that
   * anybody could press; empty when the letter has left, is on its way, or will never leave.
   */
  public Optional<LetterContent> content(LetterId id, Actor actor) {
    if (rows.detail(id, actor).isEmpty()) {
      return Optional.empty();
    }
    var letter =
        jdbc.sql(CONTENTS)
            .param("ids", new Long[] {id.value()})
            .param("today", clock.today())
            .query((row, n) -> claims.letter(row))
            .list();
    return files.in(letter).stream()
        .map(waiting -> waiting.content().leavingBy("#"))
        .map(content -> invites(id) ? content.answeringNothing() : content)
        .findFirst();
  }

  private boolean invites(LetterId id) {
    return jdbc.sql("select invitation_id is not null from letter where id = :id")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  /** What would hold a letter that waits for a person, if he let it go now; empty: nothing. */
  public Optional<Hold> hold(LetterId id, Actor actor) {
    return rows.detail(id, actor).stream()
        .flatMap(letter -> holds(List.of(letter.row().id())).stream())
        .filter(hold -> hold.reason() != null)
        .findFirst();
  }

  /** What letting all letters of a rung go would do; of a long list its first part is asked. */
  public Review review(int rung, int first, Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    var letters =
        jdbc.sql(Pieces.limited(OF_RUNG, LOOKED_AT))
            .param("rung", rung)
            .query((row, n) -> new LetterId(row.getLong("id")))
            .list();
    var holds = holds(letters);
    var shown = Stream.concat(leaving(holds), holds.stream().map(Hold::letter)).distinct();
    return new Review(letters.size(), stopped(holds), shown.limit(first).toList());
  }

  private static Stream<LetterId> leaving(List<Hold> holds) {
    return holds.stream().filter(hold -> hold.reason() == null).map(Hold::letter);
  }

  private static List<ReasonCount> stopped(List<Hold> holds) {
    return holds.stream()
        .flatMap(hold -> Stream.ofNullable(hold.reason()))
        .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<HoldReason, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> new ReasonCount(entry.getKey(), entry.getValue()))
        .toList();
  }

  private List<Hold> holds(List<LetterId> letters) {
    var ids = letters.stream().map(LetterId::value).toArray(Long[]::new);
    return gate.ask(STOPPED, ids).query((row, n) -> hold(row)).list();
  }

  private static Hold hold(ResultSet row) throws SQLException {
    var until = row.getObject("until", OffsetDateTime.class);
    return new Hold(
        new LetterId(row.getLong("id")),
        LetterPlanning.reason(row.getString("reason")),
        until == null ? null : until.toInstant());
  }
}
