package dev.winback.shared;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of every batch of facts: opened, filled by COPY, settled, merged slice by slice, dropped.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Stages {

  private static final String DROP_CALL =
      "drop table if exists pg_temp.pending_{name}, pg_temp.refused_{name}, pg_temp.repeated_{name},"
          + " pg_temp.gone_{name}, pg_temp.told_{name}, pg_temp.staging_{name}";

  private static final String[] FACTS = {
    "customer",
    "purchase",
    "contact",
    "request",
    "complaint",
    "cart",
    "payment",
    "refund",
    "referral",
    "customer_value",
    "signal"
  };

  private final JdbcClient jdbc;
  private final Copy copy;
  private final Statistics statistics;

  Stages(JdbcClient jdbc, Copy copy, Statistics statistics) {
    this.jdbc = jdbc;
    this.copy = copy;
    this.statistics = statistics;
  }

  public void open(Staging staging, String definition) {
    if (staging.schema() != null) {
      run("create schema if not exists " + staging.schema());
    }
    enter(staging);
    run(staging.tables(definition));
    leave(staging);
  }

  public void fill(Staging staging, String copyStatement, BinaryRows rows) {
    enter(staging);
    copy.in(copyStatement, rows);
    leave(staging);
  }

  /** Looks at what was filled, runs the statements, then the last one, which counts. */
  public Settled settle(Staging staging, Map<String, ?> figures, String... statements) {
    look(staging);
    return count(staging, figures, statements);
  }

  /** Fresh tables have no statistics: without them the planner joins a million rows by loops. */
  public void look(Staging staging) {
    if (staging.schema() != null) {
      enter(staging);
      analyze(staging);
      leave(staging);
    }
  }

  public void run(Staging staging, Map<String, ?> figures, List<String> statements) {
    enter(staging);
    statements.forEach(statement -> jdbc.sql(statement).params(figures).update());
    leave(staging);
  }

  /** Runs the statements, then the last one, which counts. */
  public Settled count(Staging staging, Map<String, ?> figures, String... statements) {
    enter(staging);
    for (int i = 0; i < statements.length - 1; i++) {
      jdbc.sql(statements[i]).params(figures).update();
    }
    var settled =
        jdbc.sql(statements[statements.length - 1]).params(figures).query(Settled.class).single();
    leave(staging);
    return settled;
  }

  /** Runs statements among the batch's tables. */
  public void work(Staging staging, String statements) {
    enter(staging);
    run(statements);
    leave(staging);
  }

  /** Asks the batch's tables. */
  public <R> R ask(Staging staging, Function<JdbcClient, R> question) {
    enter(staging);
    var answer = question.apply(jdbc);
    leave(staging);
    return answer;
  }

  private void analyze(Staging staging) {
    for (var table :
        jdbc.sql("select tablename from pg_tables where schemaname = :schema")
            .param("schema", staging.schema())
            .query(String.class)
            .list()) {
      run("analyze " + table);
    }
  }

  /** Tells the planner, before its own clock does, that tables of facts have grown. */
  public void refreshStatistics() {
    statistics.renew(FACTS);
  }

  /**
   * Makes the batch's tables visible to the statements that follow, until {@link #leave}. Those of
   * a call are seen without it, and a new search path costs a connection all its statements.
   */
  public void enter(Staging staging) {
    if (staging.schema() != null) {
      path(staging.enter());
    }
  }

  public void leave(Staging staging) {
    if (staging.schema() != null) {
      path(Staging.LEAVE);
    }
  }

  /**
   * Lines that come back with the later line that was taken instead, a page of them after a line.
   */
  public List<Overtaken> overtaken(Staging staging, String table, long afterLine, int limit) {
    enter(staging);
    var lines =
        jdbc.sql(
                """
                select line, min(later_line) as later_line, max(stored_at) as stored_at from %s
                where line > :line group by line order by line limit :limit
                """
                    .formatted(table))
            .param("line", afterLine)
            .param("limit", limit)
            .query(Overtaken.class)
            .list();
    leave(staging);
    return lines;
  }

  /**
   * A line whose own id comes again, with other content, in a later line; or one that contradicts
   * what is stored, which happened at that moment.
   */
  public record Overtaken(long line, long laterLine, @Nullable Instant storedAt) {}

  /** The tables of one call; those of a run go with its schema. */
  public void drop(Staging staging, String name) {
    run(
        staging.schema() == null
            ? DROP_CALL.replace("{name}", name)
            : "drop schema if exists " + staging.schema() + " cascade");
  }

  private void path(String setting) {
    jdbc.sql(setting).query(row -> {});
  }

  private void run(String statements) {
    jdbc.sql(statements).update();
  }
}
